import RosterModel

/// A tile of a beat's day, by numbers.
struct GridCell: Hashable, Sendable {
  var beat: Int
  /// The duty day, counted from the first of the period.
  var offset: Int
  var tile: Int
}

extension CoverageGrid {
  /// Who stands in a cell, duties that cover the tile included; by unit id, unknown units last.
  ///
  /// O(assignments of the beat's day).
  public func entries(beat: BeatReference, day: Day, tile: Int) -> [CellEntry] {
    guard beat.isKnown, let offset = frame.offset(of: day) else { return [] }
    var found: [CellEntry] = []
    var slot = headOfCell[beat.index * frame.days + offset]
    while slot >= 0 {
      let assignment = slots[Int(slot)]
      if assignment.shift.isKnown, frame.clock.tilesOfShift[assignment.shift.index].contains(Int32(tile)) {
        found.append(CellEntry(assignment: assignment, counts: counting[Int(slot)]))
      }
      slot = nextOfCell[Int(slot)]
    }
    return found.sorted { Self.sortKey($0.assignment) < Self.sortKey($1.assignment) }
  }

  /// All assignments of a unit, history and days after the period included, by day, shift and beat.
  ///
  /// For a reference that is not known: those of the same unknown id.
  public func assignments(of unit: UnitReference) -> [Assignment] {
    var found: [Assignment] = []
    var slot = headOfUnit[bucket(of: unit)]
    while slot >= 0 {
      if slots[Int(slot)].unit == unit { found.append(slots[Int(slot)]) }
      slot = nextOfUnit[Int(slot)]
    }
    return found.sorted {
      ($0.day.number, $0.shift.raw, $0.beat.raw, $0.line) < ($1.day.number, $1.shift.raw, $1.beat.raw, $1.line)
    }
  }

  /// How many counting units of a force stand in a cell.
  public func count(of force: Force, beat: BeatReference, day: Day, tile: Int) -> Int {
    guard beat.isKnown, let offset = frame.offset(of: day) else { return 0 }
    return Int(forceCounts[forceSlot(beat.index, offset, tile, force.index)])
  }

  /// How many counting units stand in a cell.
  public func count(beat: BeatReference, day: Day, tile: Int) -> Int {
    Force.allCases.reduce(0) { $0 + count(of: $1, beat: beat, day: day, tile: tile) }
  }

  /// Whether the unit is absent on the day for that shift.
  public func isAbsent(_ unit: UnitReference, day: Day, shift: ShiftReference) -> Bool {
    guard unit.isKnown, shift.isKnown else { return false }
    return absences.isAbsent(
      unit.index, frame.calendar.offset(of: day), shift: shift.index, clock: frame.clock)
  }

  /// Whether the unit is away the whole of a day of the period.
  public func isAwayAllDay(_ unit: UnitReference, day: Day) -> Bool {
    guard unit.isKnown, let offset = frame.offset(of: day) else { return false }
    return absences.isAwayAllDay(unit.index, offset)
  }

  private static func sortKey(_ assignment: Assignment) -> (Int, Int32, Int32, Int32) {
    (assignment.unit.isKnown ? 0 : 1, assignment.unit.raw, assignment.shift.raw, assignment.line)
  }

  /// The first posting of a force that counts in a cell.
  func firstPosting(of force: Force, in cell: GridCell) -> Assignment? {
    entries(beat: BeatReference(cell.beat), day: frame.day(cell.offset), tile: cell.tile).first {
      $0.counts && frame.roster.units[$0.assignment.unit.index].force == force
    }?.assignment
  }
}

/// An assignment as it stands in a cell.
public struct CellEntry: Hashable, Sendable {
  /// The assignment; its shift is the cell's tile or a duty that covers it.
  public var assignment: Assignment
  /// Whether it counts; not where it names something unknown or its unit is absent.
  public var counts: Bool

  /// An assignment in a cell.
  public init(assignment: Assignment, counts: Bool) {
    self.assignment = assignment
    self.counts = counts
  }
}
