import RosterModel

/// How a file that was read back ends, by which one that was written whole is told from one that was cut off.
///
/// A file whose end is missing, because an upload broke off or a disk was full, looks like one from which postings were
/// taken away. So it must show that it ends where it does: a sheet by the row that says so; a table, which other programs
/// read by its columns, and a sheet without that row by the last posting that was exported and by a whole last row.
struct FileEnd: Hashable, Sendable {
  /// Whether there is a row that ends a sheet.
  var hasMark = false
  /// Whether rows stand below that one which may have stood above it when the file was exported.
  var isMarkMoved = false
  /// The line of the last row that has anything in it; 0 where there is none.
  var lastLine = 0
  /// How many cells that row has less than the header.
  var missingCells = 0
  /// Whether a line end follows it.
  var hasLineEnd = true
  /// How many rows stand on the beat and day of the last posting exported, whoever is on them.
  var rowsOnLastBeat = 0
  /// How many of those are of its shift too.
  var rowsInLastCell = 0

  /// Whether all that was exported above the row that ends a sheet is there, but for what a person has deleted.
  ///
  /// People write new rows below it, and sort.
  var isMarked: Bool { hasMark && !isMarkMoved }
}

extension FileEnd {
  /// Why the file was not written whole; `nil` where nothing says so.
  ///
  /// - Parameters:
  ///   - base: what was exported; `nil` where nothing is remembered.
  ///   - part: the file beside what was exported, or beside the roster where nothing is remembered.
  ///   - rows: the postings of the file; `nil` where not all of its rows could be read, which is a reason of its own.
  ///   - allowsRemovals: whether rows that are missing at the end are known to be taken away on purpose.
  func problem(_ base: WrittenRecord?, _ part: ImportPart, _ rows: [ReadPosting]?, allowsRemovals: Bool)
    -> ImportProblem?
  {
    if isMarked { return nil }
    if base?.hasEnd == true, !hasMark {
      return report(
        part,
        "the row \(SheetColumn.end), which was exported as the last, is missing, so the file was not written whole; export "
          + "it again with --force, or, where all rows are there, write \(SheetColumn.end) into the first cell below")
    }
    guard let rows else { return nil }
    if let fault = faultOfLastRow, !isAsExported(part, rows) {
      return report(
        part,
        "\(fault), and the rows are not those that were exported, so the file was not written whole; export it again with "
          + "--force, or, where all rows are there, save it with all cells and a line end after each")
    }
    // Of a sheet that was sorted every removal is asked about.
    if !allowsRemovals, !hasMark, let last = base?.postings?.last, isTailMissing(base, last.name) {
      return report(
        part,
        "\(last.name.unit) on \(last.name.beat) was exported in the last row, and no such row is there, so the file was not "
          + "written whole; export it again with --force, or, where its last rows were deleted on purpose, import it with "
          + "--removals")
    }
    return nil
  }

  /// What a last row that was cut off looks like.
  private var faultOfLastRow: String? {
    if !hasLineEnd { return "the last row has no line end" }
    return missingCells > 0 ? "the last row has \(missingCells) cells less than the header" : nil
  }

  /// Whether nothing that was exported is missing, nor written otherwise in the last row.
  ///
  /// Some programs save a file without its last line end, or without empty cells at the end of a row.
  private func isAsExported(_ part: ImportPart, _ rows: [ReadPosting]) -> Bool {
    guard part.base.keys.allSatisfy({ part.theirs[$0] != nil }) else { return false }
    guard let last = rows.last, last.line == lastLine else { return true }
    guard let exported = part.base[last.posting.name] else { return hasLineEnd }
    return exported.remark == last.posting.remark
  }

  /// Whether fewer rows stand in the cell of the last row that was exported than then, and none has moved to another shift
  /// of its beat; a person may have put another unit there, or none.
  private func isTailMissing(_ base: WrittenRecord?, _ last: PostingName) -> Bool {
    let exported = base?.postings?.filter { $0.name.day == last.day && $0.name.beat == last.beat } ?? []
    return rowsInLastCell < exported.count { $0.name.shift == last.shift } && rowsOnLastBeat < exported.count
  }

  private func report(_ part: ImportPart, _ message: String) -> ImportProblem {
    ImportProblem(file: part.file, line: lastLine > 0 ? lastLine : nil, message: message)
  }
}

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
