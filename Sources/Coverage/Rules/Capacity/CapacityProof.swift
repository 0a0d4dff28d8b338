import RosterModel

/// Counts, for every place and sort of unit, what is needed against what there can be: in a tile of a day, on a day, in
/// a week, in the period, and in one tile of the period.
///
/// What is needed is never more, and what there can be never less than the truth, for any roster that breaks no binding
/// rule: so a shortage is a proof. It is told once, where it is narrowest: a wider one only where it proves more than
/// those inside it.
struct CapacityProof {
  let frame: RosterFrame
  let tree: PlaceTree
  let kinds: StaffKinds
  let classes: StaffClasses
  let supply: StaffSupply
  let standing: [[Int32]]
  let counts: [[Bool]]
  /// What is needed, by sort and place: the most in each tile of any day, the most of any day, the sum of each span.
  var mostOfTile: [Int32]
  var mostOfDay: [Int32]
  var neededInSpan: [Int]
  /// What is proven to be missing, by sort and place: in the current day's tiles, on the current day, in each span.
  var ofTile: [Int]
  var ofDay: [Int]
  var ofSpan: [Int]
  /// The same, summed over the places directly inside.
  var inside: [Int]
  var found: [Shortage] = []

  /// The shortages of a roster; none where its demand may be met, as far as this counting can tell.
  ///
  /// O(units × days + classes × beats + sorts × places × days × tiles), each of which is at most
  /// `RosterFrame.mostCells`; nothing is proven of a roster beyond.
  static func shortages(in grid: CoverageGrid) -> (found: [Shortage], kinds: [StaffKind], tree: PlaceTree) {
    let frame = grid.frame
    let rules = BindingRules(frame.policy)
    guard let proof = counted(grid) else { return ([], StaffKinds(frame, rules).kinds, PlaceTree(frame.roster)) }
    return (Shortage.merged(proof.found), proof.kinds.kinds, proof.tree)
  }

  /// What every sort of unit is needed for and could do in each place, counted; `nil` where there is nothing to count by,
  /// or too much.
  static func counted(_ grid: CoverageGrid) -> CapacityProof? {
    let frame = grid.frame
    let rules = BindingRules(frame.policy)
    guard rules.oncePerTile, frame.tiles > 0 else { return nil }
    let (tree, kinds, classes) = (PlaceTree(frame.roster), StaffKinds(frame, rules), StaffClasses(frame))
    guard kinds.kinds.count * tree.count * (frame.tiles + 1) * frame.days <= RosterFrame.mostCells,
      classes.count * max(frame.roster.beats.count, frame.days * frame.tiles) <= RosterFrame.mostCells
    else { return nil }
    var proof = CapacityProof(grid, tree, kinds, classes, rules)
    proof.run()
    return proof
  }

  /// What is needed of a sort in a place in a span, and what its units could do there.
  func figures(_ kind: Int, _ place: Int, span: Int) -> (needed: Int, possible: Int) {
    let needed = neededInSpan[(kind * tree.count + place) * supply.spans + span]
    return (needed, classes(kind, place).reduce(0) { $0 + supply.ofSpan[$1 * supply.spans + span] })
  }

  /// The classes of a sort whose units may stand in a place.
  func classes(_ kind: Int, _ place: Int) -> [Int] {
    standing[place].map(Int.init).filter { counts[kind][$0] }
  }

  init(
    _ grid: CoverageGrid, _ tree: PlaceTree, _ kinds: StaffKinds, _ classes: StaffClasses, _ rules: BindingRules
  ) {
    frame = grid.frame
    self.tree = tree
    self.kinds = kinds
    self.classes = classes
    supply = StaffSupply(grid, classes, rules)
    standing = Self.standing(tree, classes, rules, grid.frame)
    counts = kinds.kinds.map { kind in
      let skill = grid.frame.skills.number(kind.skill)
      return (0..<classes.count).map { number in
        let unit = classes.example(number)
        return kind.forces.contains(grid.frame.roster.units[unit].force)
          && grid.frame.skills.unit(unit, has: skill)
      }
    }
    let places = kinds.kinds.count * tree.count
    mostOfTile = [Int32](repeating: 0, count: places * frame.tiles)
    mostOfDay = [Int32](repeating: 0, count: places)
    neededInSpan = [Int](repeating: 0, count: places * supply.spans)
    ofTile = [Int](repeating: 0, count: mostOfTile.count)
    ofDay = [Int](repeating: 0, count: places)
    ofSpan = neededInSpan
    inside = neededInSpan
  }

  /// For each place the classes whose units may stand on some beat of it.
  private static func standing(
    _ tree: PlaceTree, _ classes: StaffClasses, _ rules: BindingRules, _ frame: RosterFrame
  ) -> [[Int32]] {
    var standing = [[Int32]](repeating: [], count: tree.count)
    let bindsReach = rules.beats.contains { $0 == PostedBeyondReach.self }
    let all = (0..<Int32(frame.roster.beats.count)).map { $0 }
    for number in 0..<classes.count {
      let unit = classes.example(number)
      for beat in bindsReach ? frame.places.beatsNear(unit) : all[...]
      where !rules.beats.contains(where: { $0.forbids(unit, Int(beat), in: frame) }) {
        var place = Int(beat)
        while place >= 0, standing[place].last != Int32(number) {
          standing[place].append(Int32(number))
          place = tree.parents[place]
        }
      }
    }
    return standing
  }
}

extension CapacityProof {
  /// Looks at every window: tiles and days only where some place lacks units on some day.
  mutating func run() {
    var need = DayNeed(frame, tree, kinds)
    let weeks = frame.daysOfWeeks
    let needs = (0..<frame.days).map { day in
      need.load(day)
      return need.need
    }
    let cells = kinds.kinds.indices.flatMap { kind in need.places[kind].map { kind * tree.count + $0 } }
    for day in needs.indices {
      sumUp(needs[day], of: cells, week: weeks.firstIndex { $0.contains(day) } ?? 0, of: weeks.count)
    }
    if isSomeDayShort(needs) {
      for day in needs.indices { lookAtDay(day, needs[day], week: weeks.firstIndex { $0.contains(day) } ?? 0) }
    }
    lookAtSpans(weeks)
  }

  private mutating func sumUp(_ needs: [Int32], of cells: [Int], week: Int, of weeks: Int) {
    let (tiles, spans) = (frame.tiles, supply.spans)
    for cell in cells {
      var sum: Int32 = 0
      for tile in 0..<tiles {
        let needed = needs[cell * tiles + tile]
        guard needed > 0 else { continue }
        mostOfTile[cell * tiles + tile] = max(mostOfTile[cell * tiles + tile], needed)
        neededInSpan[cell * spans + weeks + 1 + tile] += Int(needed)
        sum &+= needed
      }
      guard sum > 0 else { continue }
      mostOfDay[cell] = max(mostOfDay[cell], sum)
      neededInSpan[cell * spans + week] += Int(sum)
      neededInSpan[cell * spans + weeks] += Int(sum)
    }
  }

  /// Whether some place lacks units in a tile or on a day: asked of the single days only where the worst of the supply
  /// is less than the most that is needed.
  private func isSomeDayShort(_ needs: [[Int32]]) -> Bool {
    let (days, tiles) = (frame.days, frame.tiles)
    for kind in kinds.kinds.indices {
      for place in 0..<tree.count where mostOfDay[kind * tree.count + place] > 0 {
        let cell = kind * tree.count + place
        let most = Int(mostOfDay[cell])
        if sum(kind, place, upTo: most, { Int(supply.fewestOfDay[$0]) }) < most {
          for day in 0..<days {
            let needed = (0..<tiles).reduce(0) { $0 + Int(needs[day][cell * tiles + $1]) }
            if sum(kind, place, upTo: needed, { Int(supply.ofDay[$0 * days + day]) }) < needed { return true }
          }
        }
        for tile in 0..<tiles {
          let slot = cell * tiles + tile
          let most = Int(mostOfTile[slot])
          if sum(kind, place, upTo: most, { Int(supply.fewestOfTile[$0 * tiles + tile]) }) >= most { continue }
          for day in 0..<days {
            let needed = Int(needs[day][slot])
            let possible = sum(kind, place, upTo: needed) { Int(supply.ofTile[($0 * days + day) * tiles + tile]) }
            if possible < needed { return true }
          }
        }
      }
    }
    return false
  }

  private mutating func lookAtDay(_ day: Int, _ needs: [Int32], week: Int) {
    for slot in inside.indices { inside[slot] = 0 }
    let (days, tiles, spans) = (frame.days, frame.tiles, supply.spans)
    for kind in kinds.kinds.indices {
      for place in 0..<tree.count {
        let cell = kind * tree.count + place
        let around = tree.parents[place] < 0 ? nil : kind * tree.count + tree.parents[place]
        var (neededOfDay, provenOfDay) = (0, 0)
        for tile in 0..<tiles {
          let needed = Int(needs[cell * tiles + tile])
          ofTile[cell * tiles + tile] = 0
          guard needed > 0 else { continue }
          let known = max(inside[cell * spans + tile], knownOfParts(kind, ofTile, place * tiles + tile, tiles))
          let possible = sum(kind, place, upTo: needed) { Int(supply.ofTile[($0 * days + day) * tiles + tile]) }
          let proven = prove(kind, place, day...day, tile: tile, isSpan: false, needed, possible, known)
          ofTile[cell * tiles + tile] = proven
          ofSpan[cell * spans + spans - tiles + tile] += proven
          if let around { inside[around * spans + tile] += proven }
          neededOfDay += needed
          provenOfDay += proven
        }
        ofDay[cell] = 0
        guard neededOfDay > 0 else { continue }
        let known = max(provenOfDay, inside[cell * spans + tiles], knownOfParts(kind, ofDay, place, 1))
        let possible = sum(kind, place, upTo: neededOfDay) { Int(supply.ofDay[$0 * days + day]) }
        let proven = prove(kind, place, day...day, tile: nil, isSpan: false, neededOfDay, possible, known)
        ofDay[cell] = proven
        if let around { inside[around * spans + tiles] += proven }
        ofSpan[cell * spans + week] += proven
        ofSpan[cell * spans + spans - tiles - 1] += proven
      }
    }
  }

  private mutating func lookAtSpans(_ weeks: [Range<Int>]) {
    for slot in inside.indices { inside[slot] = 0 }
    let spans = supply.spans
    for kind in kinds.kinds.indices {
      for place in 0..<tree.count {
        let cell = kind * tree.count + place
        guard neededInSpan[cell * spans + weeks.count] > 0 else { continue }
        var byWeeks = 0
        for (number, week) in weeks.enumerated() {
          byWeeks += lookAtSpan(kind, place, number, week.lowerBound...week.upperBound - 1, known: 0)
        }
        let byTiles = lookAtTiles(kind, place, weeks, isTold: byWeeks)
        _ = lookAtSpan(kind, place, weeks.count, 0...frame.days - 1, known: max(byWeeks, byTiles))
        guard tree.parents[place] >= 0 else { continue }
        let around = (kind * tree.count + tree.parents[place]) * spans
        for span in 0..<spans { inside[around + span] += ofSpan[cell * spans + span] }
      }
    }
  }

  /// Counts the period tile by tile, which is told only where it proves more than the weeks do.
  ///
  /// - Returns: what the tiles prove together.
  private mutating func lookAtTiles(_ kind: Int, _ place: Int, _ weeks: [Range<Int>], isTold byWeeks: Int) -> Int {
    let before = found.count
    var byTiles = 0
    for tile in 0..<frame.tiles {
      byTiles += lookAtSpan(kind, place, weeks.count + 1 + tile, 0...frame.days - 1, tile: tile, known: 0)
    }
    if byTiles <= byWeeks { found.removeSubrange(before...) }
    return byTiles
  }

  /// Counts a span; what is proven of it is kept for the wider ones.
  private mutating func lookAtSpan(
    _ kind: Int, _ place: Int, _ span: Int, _ days: ClosedRange<Int>, tile: Int? = nil, known: Int
  ) -> Int {
    let spans = supply.spans
    let slot = (kind * tree.count + place) * spans + span
    let needed = neededInSpan[slot]
    guard needed > 0 else { return 0 }
    let known = max(known, ofSpan[slot], inside[slot], knownOfParts(kind, ofSpan, place * spans + span, spans))
    let possible = sum(kind, place, upTo: needed) { supply.ofSpan[$0 * spans + span] }
    ofSpan[slot] = prove(kind, place, days, tile: tile, isSpan: true, needed, possible, known)
    return ofSpan[slot]
  }

  /// What is proven to be missing, which is told where it is more than what is known already.
  private mutating func prove(
    _ kind: Int, _ place: Int, _ days: ClosedRange<Int>, tile: Int?, isSpan: Bool, _ needed: Int, _ possible: Int,
    _ known: Int
  ) -> Int {
    guard needed - possible > known else { return known }
    found.append(
      Shortage(
        kind: kind, place: place, days: days, tile: tile, isSpan: isSpan, needed: needed, possible: possible))
    return needed - possible
  }

  /// What is known of narrower sorts: of the forces together, or of the skill that lacks most.
  ///
  /// - Parameters:
  ///   - proven: what is proven, by sort first.
  ///   - slot: where it is within a sort.
  ///   - width: how many figures a place has.
  private func knownOfParts(_ kind: Int, _ proven: [Int], _ slot: Int, _ width: Int) -> Int {
    var known = 0
    for parts in kinds.parts[kind] {
      known = max(known, parts.reduce(0) { $0 + proven[$1 * tree.count * width + slot] })
    }
    for part in kinds.narrower[kind] { known = max(known, proven[part * tree.count * width + slot]) }
    return known
  }

  /// A figure summed over the classes of a sort that may stand in a place; exact where it is less than `most`.
  private func sum(_ kind: Int, _ place: Int, upTo most: Int, _ figure: (Int) -> Int) -> Int {
    var sum = 0
    for number in standing[place] where counts[kind][Int(number)] {
      if sum >= most { return sum }
      sum += figure(Int(number))
    }
    return sum
  }
}

/// A proof that demand cannot be met: more units, or tiles of work, are needed than there can be.
struct Shortage: Hashable {
  /// The position of the sort of unit.
  var kind: Int
  /// The number of the place.
  var place: Int
  /// The days, counted from the first of the period.
  var days: ClosedRange<Int>
  /// The tile; `nil` for all of them together.
  var tile: Int?
  /// Whether the days are taken together; otherwise each of them by itself, and the numbers are of the worst.
  var isSpan: Bool
  /// What is needed at the least.
  var needed: Int
  /// What there can be at the most.
  var possible: Int

  /// What is missing at the least.
  var missing: Int { needed - possible }

  /// The shortages with those of consecutive days made one, by sort, place, tile and day.
  static func merged(_ found: [Shortage]) -> [Shortage] {
    let sorted = found.sorted { $0.key < $1.key }
    return sorted.reduce(into: []) { merged, next in
      guard let last = merged.last, last.continues(with: next) else {
        merged.append(next)
        return
      }
      var longer = last.missing >= next.missing ? last : next
      longer.days = last.days.lowerBound...next.days.upperBound
      merged[merged.count - 1] = longer
    }
  }

  private var key: (Int, Int, Int, Int, Int) { (kind, place, tile ?? -1, isSpan ? 1 : 0, days.lowerBound) }

  private func continues(with next: Shortage) -> Bool {
    kind == next.kind && place == next.place && tile == next.tile && !isSpan && !next.isSpan
      && days.upperBound + 1 == next.days.lowerBound
  }
}
