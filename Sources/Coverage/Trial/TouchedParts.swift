import RosterModel

/// The units, cells and squares that a change of the roster touches.
struct TouchedParts {
  /// A beat's day.
  struct Cell: Hashable {
    var beat: Int
    /// The duty day, counted from the first of the period.
    var offset: Int
  }

  /// By number, each once.
  let units: [Int]
  /// By beat and day, each once.
  let cells: [Cell]
  /// The numbers of the squares of those beats' days, ascending, each once.
  let squares: [Int]

  init(_ edits: [Edit], _ grid: CoverageGrid) {
    let frame = grid.frame
    var units: Set<Int> = []
    var cells: Set<Cell> = []
    func touch(_ assignment: Assignment) {
      if assignment.unit.isKnown { units.insert(assignment.unit.index) }
      guard assignment.beat.isKnown, let offset = frame.offset(of: assignment.day) else { return }
      cells.insert(Cell(beat: assignment.beat.index, offset: offset))
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
    self.cells = cells.sorted { ($0.beat, $0.offset) < ($1.beat, $1.offset) }
    var squares: Set<Int> = []
    for cell in cells {
      for line in frame.plan.linesOfBeat[cell.beat] {
        for tile in 0..<frame.tiles {
          let slot = frame.plan.slot(line: Int(line), offset: cell.offset, tile: tile)
          if slot >= 0, frame.plan.row[slot] >= 0 { squares.insert(slot) }
        }
      }
    }
    self.squares = squares.sorted()
  }
}
