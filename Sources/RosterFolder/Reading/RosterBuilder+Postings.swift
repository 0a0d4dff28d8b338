import RosterModel

extension RosterBuilder {
  mutating func readAssignments(_ scan: inout TableScan) {
    roster.assignments = postings(
      &scan, day: AssignmentColumn.day, shift: AssignmentColumn.shift, beat: AssignmentColumn.beat,
      unit: AssignmentColumn.unit
    ) { builder, scan, assignment in
      if let status = scan.text(of: AssignmentColumn.status.rawValue), !status.isEmpty {
        assignment.isLocked = scan.flag(AssignmentColumn.status, "locked")
      }
      if let note = scan.text(of: AssignmentColumn.note.rawValue), !note.isEmpty {
        assignment.note = NoteReference(raw: Int32(truncatingIfNeeded: builder.notes.add(note).number))
      }
    }
  }

  mutating func readPublished(_ scan: inout TableScan) {
    roster.published = postings(
      &scan, day: PublishedColumn.day, shift: PublishedColumn.shift, beat: PublishedColumn.beat,
      unit: PublishedColumn.unit
    ) { _, _, _ in }
  }

  /// Reads rows of day, shift, beat and unit; `finish` adds what else a row has.
  private mutating func postings<Column: TableColumn>(
    _ scan: inout TableScan, day: Column, shift: Column, beat: Column, unit: Column,
    finish: (inout RosterBuilder, inout TableScan, inout Assignment) -> Void
  ) -> [Assignment] {
    var check = PostingList.Check.atTheEnd
    while true {
      var postings = PostingList(capacity: scan.lineCount, check: check)
      var days = DayReader()
      while scan.nextRow() {
        var assignment = Assignment(
          day: days.read(scan.text(of: day.rawValue)) ?? scan.day(day),
          shift: scan.reference(shift, in: shifts, strays: &strays, meant: &meantShifts),
          beat: scan.reference(beat, in: beats, strays: &strays, meant: &meantBeats),
          unit: scan.reference(unit, in: units, strays: &strays, meant: &meantUnits), line: scan.line)
        finish(&self, &scan, &assignment)
        guard scan.isRowGood else { continue }
        if let first = postings.add(assignment) {
          scan.rejectDuplicate(
            day, message: "the same unit, beat, day and shift as in line \(first); remove one of the two rows")
        }
      }
      guard postings.hasDuplicate() else { return postings.assignments }
      check = .atEachRow
      scan.restart()
    }
  }
}
