import RosterModel

/// An escort rule, judged in one cell.
struct EscortCheck {
  /// The rule's force and the forces that escort it.
  let rule: EscortRule
  /// Units of the escorted force in the cell.
  let escorted: Int
  /// Units of the escorting forces in the cell.
  let escorts: Int

  /// Whether there is somebody to escort and nobody who does.
  var isWithoutEscort: Bool { escorted > 0 && escorts == 0 }

  /// How many units the escorts may take between them.
  var room: Int {
    // A limit beyond any number of units is no limit, and its product must not overflow.
    min(rule.atMost, 1_000_000) * escorts
  }

  /// How many units are beyond what the escorts may take.
  var excess: Int { max(0, escorted - room) }

  /// Whether there are escorts, but too few.
  var isBeyondEscort: Bool { escorts > 0 && escorted > room }

  /// The check after more units of a force have come into the cell.
  func adding(_ force: Force, _ change: Int) -> EscortCheck {
    EscortCheck(
      rule: rule, escorted: escorted + (force == rule.force ? change : 0),
      escorts: escorts + (rule.by.contains(force) ? change : 0))
  }
}

extension CoverageGrid {
  /// An escort rule in a cell, by numbers.
  func check(_ rule: EscortRule, beat: Int, offset: Int, tile: Int) -> EscortCheck {
    let base = forceSlot(beat, offset, tile, 0)
    let escorts = Force.allCases.reduce(0) { rule.by.contains($1) ? $0 + Int(forceCounts[base + $1.index]) : $0 }
    return EscortCheck(rule: rule, escorted: Int(forceCounts[base + rule.force.index]), escorts: escorts)
  }

  /// Calls for every cell in which some unit is to be escorted, with the check.
  func forEachEscort(_ body: (_ beat: Int, _ offset: Int, _ tile: Int, EscortCheck) -> Void) {
    for rule in frame.roster.settings.escorts {
      var slot = rule.force.index
      for beat in 0..<frame.roster.beats.count {
        for offset in 0..<frame.days {
          for tile in 0..<frame.tiles {
            if forceCounts[slot] > 0 { body(beat, offset, tile, check(rule, beat: beat, offset: offset, tile: tile)) }
            slot += 3
          }
        }
      }
    }
  }
}

extension FindingCollector {
  /// Reports every cell whose escort check is picked out, at the first posting of the escorted force.
  mutating func reportEscorts(
    of grid: CoverageGrid, where isFound: (EscortCheck) -> Bool, _ words: (EscortCheck) -> String
  ) {
    grid.forEachEscort { beat, offset, tile, check in
      if isFound(check) { reportEscort(of: grid, beat: beat, offset: offset, tile: tile, check, words(check)) }
    }
  }

  /// Reports a cell's escort check, at the first posting of the escorted force.
  mutating func reportEscort(
    of grid: CoverageGrid, beat: Int, offset: Int, tile: Int, _ check: EscortCheck, _ words: String
  ) {
    let frame = grid.frame
    let reference = BeatReference(beat)
    let day = frame.day(offset)
    let first = grid.entries(beat: reference, day: day, tile: tile).first {
      $0.counts && frame.roster.units[$0.assignment.unit.index].force == check.rule.force
    }
    report(
      .day(offset, district: frame.places.districtOfBeat[beat], force: check.rule.force),
      .cell(beat: frame.roster.beats[beat].id, day: day, shift: frame.tileID(tile)),
      at: first.flatMap { .row(of: $0.assignment, "unit") },
      data: [
        .init("force", check.rule.force.rawValue), .init("escorted", check.escorted),
        .init("escorts", check.escorts), .init("at_most", check.rule.atMost),
      ],
      "\(frame.path(of: .beat(reference))), \(day) \(frame.tileID(tile)): \(words)")
  }
}
