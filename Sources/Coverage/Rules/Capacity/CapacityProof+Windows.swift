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

  /// Whether some place lacks units in a tile or on a day: asked of the single days only where the worst of the supply is
  /// less than the most that is needed.
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
    for part in kinds.parts[kind] { known += proven[part * tree.count * width + slot] }
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
