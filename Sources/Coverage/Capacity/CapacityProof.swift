import RosterModel

/// Counts, for every place and sort of unit, what is needed against what there can be: in a tile of a day, on a day, in a
/// week, in the period, and in one tile of the period.
///
/// What is needed is never more, and what there can be never less than the truth, for any roster that breaks no binding
/// rule: so a shortage is a proof. It is told once, where it is narrowest: a wider one only where it proves more than
/// those inside it.
struct CapacityProof {
  private let frame: RosterFrame
  private let tree: PlaceTree
  private let kinds: StaffKinds
  private let classes: StaffClasses
  private let supply: StaffSupply
  private let standing: [[Int32]]
  private let counts: [[Bool]]
  /// What is proven to be missing, by sort and place: in the current day's tiles, on the current day, in each span.
  private var ofTile: [Int]
  private var ofDay: [Int]
  private var ofSpan: [Int]
  private var neededInSpan: [Int]
  /// The same, summed over the places directly inside.
  private var inside: [Int]
  private var fewestOfTile: [Int32?]
  private var fewestOfDay: [Int32?]
  private var found: [Shortage] = []

  /// The most steps that are taken; a roster beyond is so far too large that nothing is proven of it.
  private static let mostSteps = 10 * RosterFrame.mostCells

  /// The shortages of a roster; none where its demand may be met, as far as this counting can tell.
  ///
  /// O(units × days + classes × beats + sorts × places × days × tiles).
  static func shortages(in grid: CoverageGrid) -> (found: [Shortage], kinds: [StaffKind], tree: PlaceTree) {
    let frame = grid.frame
    let rules = BindingRules(frame.policy)
    let tree = PlaceTree(frame.roster)
    guard rules.oncePerTile, frame.tiles > 0 else { return ([], [], tree) }
    let kinds = StaffKinds(frame, rules)
    let classes = StaffClasses(frame)
    let cells = kinds.kinds.count * tree.count * (frame.tiles + 1)
    guard cells <= RosterFrame.mostCells, cells * frame.days <= mostSteps,
      classes.count * max(frame.roster.beats.count, frame.days * frame.tiles) <= RosterFrame.mostCells
    else { return ([], kinds.kinds, tree) }
    var proof = CapacityProof(grid, tree, kinds, classes, rules)
    proof.run()
    return (Shortage.merged(proof.found), kinds.kinds, tree)
  }

  private init(
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
        return (kind.force == nil || kind.force == grid.frame.roster.units[unit].force)
          && grid.frame.skills.unit(unit, has: skill)
      }
    }
    let places = kinds.kinds.count * tree.count
    ofTile = [Int](repeating: 0, count: places * frame.tiles)
    ofDay = [Int](repeating: 0, count: places)
    ofSpan = [Int](repeating: 0, count: places * supply.spans)
    neededInSpan = ofSpan
    inside = ofSpan
    fewestOfTile = [Int32?](repeating: nil, count: ofTile.count)
    fewestOfDay = [Int32?](repeating: nil, count: places)
  }

  /// For each place the classes whose units may stand on some beat of it.
  private static func standing(
    _ tree: PlaceTree, _ classes: StaffClasses, _ rules: BindingRules, _ frame: RosterFrame
  ) -> [[Int32]] {
    var standing = [[Int32]](repeating: [], count: tree.count)
    for number in 0..<classes.count {
      let unit = classes.example(number)
      for beat in frame.roster.beats.indices where !rules.beats.contains(where: { $0.forbids(unit, beat, in: frame) }) {
        var place = beat
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
  private mutating func run() {
    var needs = DayNeed(frame, tree, kinds)
    let weeks = frame.daysOfWeeks
    for day in 0..<frame.days {
      needs.load(day)
      let week = weeks.firstIndex { $0.contains(day) } ?? 0
      lookAtDay(day, needs, week: week)
    }
    lookAtSpans(weeks)
  }

  private mutating func lookAtDay(_ day: Int, _ needs: DayNeed, week: Int) {
    for slot in inside.indices { inside[slot] = 0 }
    let (tiles, spans) = (frame.tiles, supply.spans)
    for kind in kinds.kinds.indices {
      for place in 0..<tree.count {
        let cell = kind * tree.count + place
        let base = needs.slot(kind, place)
        let around = tree.parents[place] < 0 ? nil : kind * tree.count + tree.parents[place]
        var (neededOfDay, provenOfDay) = (0, 0)
        for tile in 0..<tiles {
          let needed = Int(needs.need[base + tile])
          var proven = 0
          if needed > 0 {
            let known = max(
              inside[cell * spans + tile], partsOf(kind) { ofTile[($0 * tree.count + place) * tiles + tile] })
            let possible = possibleInTile(kind, place, day, tile, needed: needed)
            proven = prove(kind, place, day...day, tile: tile, isSpan: false, needed, possible, known)
          }
          ofTile[cell * tiles + tile] = proven
          if let around { inside[around * spans + tile] += proven }
          neededOfDay += needed
          provenOfDay += proven
          neededInSpan[cell * spans + spans - tiles + tile] += needed
          ofSpan[cell * spans + spans - tiles + tile] += proven
        }
        if neededOfDay > 0 {
          let known = max(
            provenOfDay, inside[cell * spans + tiles], partsOf(kind) { ofDay[$0 * tree.count + place] })
          let possible = possibleOnDay(kind, place, day, needed: neededOfDay)
          provenOfDay = prove(kind, place, day...day, tile: nil, isSpan: false, neededOfDay, possible, known)
        }
        ofDay[cell] = provenOfDay
        if let around { inside[around * spans + tiles] += provenOfDay }
        for span in [week, spans - tiles - 1] {
          neededInSpan[cell * spans + span] += neededOfDay
          ofSpan[cell * spans + span] += provenOfDay
        }
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
    let byTiles = (0..<frame.tiles).reduce(0) { sum, tile in
      sum + lookAtSpan(kind, place, weeks.count + 1 + tile, 0...frame.days - 1, tile: tile, known: 0)
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
    guard neededInSpan[slot] > 0 else { return 0 }
    let known = max(
      known, ofSpan[slot], inside[slot], partsOf(kind) { ofSpan[($0 * tree.count + place) * spans + span] })
    let possible = sum(kind, place) { supply.ofSpan[$0 * spans + span] }
    ofSpan[slot] = prove(kind, place, days, tile: tile, isSpan: true, neededInSpan[slot], possible, known)
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
  private func partsOf(_ kind: Int, _ known: (Int) -> Int) -> Int {
    max(kinds.parts[kind].reduce(0) { $0 + known($1) }, kinds.narrower[kind].map(known).max() ?? 0)
  }
}

extension CapacityProof {
  /// How many units could stand in a tile; at least `needed` where it is enough on every day, which is asked once.
  private mutating func possibleInTile(_ kind: Int, _ place: Int, _ day: Int, _ tile: Int, needed: Int) -> Int {
    let tiles = frame.tiles
    let slot = (kind * tree.count + place) * tiles + tile
    let days = frame.days
    let fewest =
      fewestOfTile[slot]
      ?? Int32(
        clamping: sum(kind, place) { number in
          (0..<days).reduce(Int.max) { min($0, Int(supply.ofTile[(number * days + $1) * tiles + tile])) }
        })
    fewestOfTile[slot] = fewest
    if Int(fewest) >= needed { return Int(fewest) }
    return sum(kind, place) { Int(supply.ofTile[($0 * days + day) * tiles + tile]) }
  }

  /// How many tiles could be worked on a day; at least `needed` where it is enough on every day, which is asked once.
  private mutating func possibleOnDay(_ kind: Int, _ place: Int, _ day: Int, needed: Int) -> Int {
    let slot = kind * tree.count + place
    let days = frame.days
    let fewest =
      fewestOfDay[slot]
      ?? Int32(
        clamping: sum(kind, place) { number in
          (0..<days).reduce(Int.max) { min($0, Int(supply.ofDay[number * days + $1])) }
        })
    fewestOfDay[slot] = fewest
    if Int(fewest) >= needed { return Int(fewest) }
    return sum(kind, place) { Int(supply.ofDay[$0 * days + day]) }
  }

  /// A figure summed over the classes of a sort that may stand in a place.
  private func sum(_ kind: Int, _ place: Int, _ figure: (Int) -> Int) -> Int {
    standing[place].reduce(0) { counts[kind][Int($1)] ? $0 + figure(Int($1)) : $0 }
  }
}
