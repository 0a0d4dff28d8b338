import RosterModel

/// The units and cells that edits of a roster touch.
struct TouchedParts {
  /// By number, each once.
  let units: [Int]
  /// By beat, day and tile, each once; whole days of beats.
  let cells: [GridCell]

  /// Only these units.
  init(units: [Int]) {
    self.units = units
    cells = []
  }

  /// What edits touch in a roster as it stands.
  init(_ edits: [Edit], _ grid: CoverageGrid) {
    struct BeatDay: Hashable {
      var beat: Int
      var offset: Int
    }
    let frame = grid.frame
    var units: Set<Int> = []
    var days: Set<BeatDay> = []
    func touch(_ assignment: Assignment) {
      if assignment.unit.isKnown { units.insert(assignment.unit.index) }
      guard assignment.beat.isKnown, let offset = frame.offset(of: assignment.day) else { return }
      days.insert(BeatDay(beat: assignment.beat.index, offset: offset))
    }
    for edit in edits {
      switch edit {
      case .add(let assignment), .remove(let assignment): touch(assignment)
      case .replace(let old, let new):
        touch(old)
        touch(new)
      case .addAbsence(let absence), .removeAbsence(let absence):
        if absence.unit.isKnown { units.insert(absence.unit.index) }
        // Its postings on those days begin or cease to count.
        for posting in grid.assignments(of: absence.unit) where absence.days.contains(posting.day) { touch(posting) }
      // What is published counts in no square and weighs on no unit.
      case .addPublication, .removePublication, .addPublished, .removePublished: break
      }
    }
    self.units = units.sorted()
    cells = days.sorted { ($0.beat, $0.offset) < ($1.beat, $1.offset) }.flatMap { day in
      (0..<frame.tiles).map { GridCell(beat: day.beat, offset: day.offset, tile: $0) }
    }
  }

  /// The numbers of the squares that those cells count in, ascending, each once.
  func squares(in frame: RosterFrame) -> [Int] {
    var squares: Set<Int> = []
    for cell in cells {
      for line in frame.plan.linesOfBeat[cell.beat] {
        let slot = frame.plan.slot(line: Int(line), offset: cell.offset, tile: cell.tile)
        if slot >= 0, frame.plan.row[slot] >= 0 { squares.insert(slot) }
      }
    }
    return squares.sorted()
  }
}
