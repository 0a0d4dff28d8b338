extension RosterDifference {
  /// What changed on one beat in one shift.
  public struct Cell: Hashable, Sendable {
    /// The duty day.
    public var day: Day
    /// The shift's id.
    public var shift: String
    /// The beat's id.
    public var beat: String
    /// The changes, by unit.
    public var changes: [PostingChange]
  }

  /// What changed for one unit.
  public struct Unit: Hashable, Sendable {
    /// The unit's id.
    public var unit: String
    /// The changes of its postings, by day, start of the shift and beat.
    public var changes: [PostingChange]
    /// The changes of its absences, by days.
    public var absences: [AbsenceChange]
  }

  /// The changes by cell: by day, start of the shift and beat.
  public var cells: [Cell] {
    var cells: [Cell] = []
    for change in postings {
      let posting = change.posting
      if let last = cells.last, last.day == posting.day, last.shift == posting.shift, last.beat == posting.beat {
        cells[cells.count - 1].changes.append(change)
      } else {
        cells.append(Cell(day: posting.day, shift: posting.shift, beat: posting.beat, changes: [change]))
      }
    }
    return cells
  }

  /// The changes by unit, in the order of the units' ids.
  public var units: [Unit] {
    let changes = Dictionary(grouping: postings, by: \.posting.unit)
    let absences = Dictionary(grouping: absences, by: \.unit)
    return Set(changes.keys).union(absences.keys).sorted().map {
      Unit(unit: $0, changes: changes[$0] ?? [], absences: absences[$0] ?? [])
    }
  }
}
