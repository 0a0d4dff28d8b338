import RosterModel

extension FileReading {
  /// Tells of what stands in a row that nobody holds and so is kept nowhere.
  mutating func warnOfNobody(_ row: ImportRow) {
    for column in ["note", "changes", "status", "leader", "force", "officers", "mode", "absent"]
    where !row[column].isEmpty {
      warn(row, column, "'\(row[column])' is not read back, as no unit stands there; name the unit to keep it")
    }
  }

  /// Tells of what a row says in columns that are not read back, where it is not what the roster says.
  ///
  /// An emptied cell says nothing. Where the row is of another unit than was exported, what is left of that one does not
  /// either.
  mutating func warnOfPlainCells(_ row: ImportRow, _ name: PostingName) {
    guard let posting = assignment(name) else { return }
    let now = plain.cells(of: posting)
    var before: [[String]]?
    for (position, column) in plain.columns.enumerated() where !row[column.name].isEmpty {
      let (cell, known) = (row[column.name], now[position])
      guard !SpreadsheetText.cell(cell, says: known) else { continue }
      let left = before ?? cellsBefore(name)
      before = left
      guard !left.contains(where: { SpreadsheetText.cell(cell, says: $0[position]) }) else { continue }
      warn(
        row, column.name,
        "'\(cell)' is not read back; the roster says \(known.isEmpty ? "nothing" : "'\(known)'"), from \(column.home): "
          + "change it there, or write it into the note")
    }
  }

  /// What was exported on the beat of a posting that was not; nothing for one that was.
  private mutating func cellsBefore(_ name: PostingName) -> [[String]] {
    guard written[name] == nil else { return [] }
    let others = writtenOnBeat[BeatDay(name)] ?? []
    return others.compactMap { assignment($0) }.map { plain.cells(of: $0) }
  }

  /// A posting as an assignment, where the roster has all that it names.
  private func assignment(_ name: PostingName) -> Assignment? {
    guard let shift = ids.shifts[name.shift], let beat = ids.beats[name.beat], let unit = ids.units[name.unit] else {
      return nil
    }
    return Assignment(
      day: name.day, shift: ShiftReference(shift), beat: BeatReference(beat), unit: UnitReference(unit))
  }

  /// Tells of something in a column of a row that stops no import.
  mutating func warn(_ row: ImportRow, _ column: String, _ message: String) {
    warnings.append(
      ImportProblem(file: file, line: row.line, column: row.position(of: column), message: "\(column) \(message)"))
  }
}
