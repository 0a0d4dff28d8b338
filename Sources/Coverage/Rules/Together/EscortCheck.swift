import RosterModel

/// An escort rule, judged in one cell.
struct EscortCheck: Hashable, Sendable {
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

  /// The rule of the catalogue that is broken; `nil` where none is.
  var brokenRule: RuleInfo? {
    if isWithoutEscort { return VolunteerWithoutEscort.info }
    return isBeyondEscort ? TooManyVolunteersPerEscort.info : nil
  }

  /// What is broken, with the numbers.
  var words: String {
    isWithoutEscort ? VolunteerWithoutEscort.words(self) : TooManyVolunteersPerEscort.words(self)
  }

  /// The numbers as facts of a finding.
  var data: [Finding.Datum] {
    [
      .init("force", rule.force.rawValue), .init("escorted", escorted), .init("escorts", escorts),
      .init("at_most", rule.atMost),
    ]
  }

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

extension RosterFrame {
  /// What a finding of escort is about.
  func subject(of cell: GridCell) -> Subject {
    .cell(beat: roster.beats[cell.beat].id, day: day(cell.offset), shift: tileID(cell.tile))
  }

  /// What a finding of escort says.
  func message(_ cell: GridCell, _ check: EscortCheck) -> String {
    "\(path(of: .beat(BeatReference(cell.beat)))), \(day(cell.offset)) \(tileID(cell.tile)): \(check.words)"
  }
}

extension FindingCollector {
  /// Reports every cell whose escort check is picked out, at the first posting of the escorted force.
  mutating func reportEscorts(of grid: CoverageGrid, where isFound: (EscortCheck) -> Bool) {
    let frame = grid.frame
    grid.forEachEscort { beat, offset, tile, check in
      guard isFound(check) else { return }
      let cell = GridCell(beat: beat, offset: offset, tile: tile)
      let first = grid.firstPosting(of: check.rule.force, in: cell)
      report(
        .day(offset, district: frame.places.districtOfBeat[beat], force: check.rule.force), frame.subject(of: cell),
        at: first.flatMap { .row(of: $0, "unit") }, data: check.data, frame.message(cell, check))
    }
  }
}
