import GRDB
import RosterModel

/// Reads entries with their changes, each judged by what vouches for it in the file.
///
/// An entry is judged by what the one before it has in the file, be that sound or not, so that one break is one break.
struct EntryReader {
  private let db: Database
  private let path: String
  /// The format of the file now: another program may have brought it to a newer one since it was opened.
  let format: EntryFormat

  /// - Parameter path: the journal's file, for errors.
  init(_ db: Database, path: String) throws {
    self.db = db
    self.path = path
    format = try EntryFormat(of: db, path: path)
  }

  /// All entries after a position, and as far as another.
  ///
  /// - Throws: for the first that is not as it was recorded.
  func entries(
    after position: JournalPosition, through end: JournalPosition = JournalPosition(.max)
  ) throws -> [JournalEntry] {
    try records(after: position, through: end).map(sound)
  }

  /// The entries of these positions, which are ascending.
  ///
  /// - Throws: for the first that is not as it was recorded.
  func entries(at positions: [Int64]) throws -> [JournalEntry] {
    try positions.flatMap { try records(after: JournalPosition($0 - 1), through: JournalPosition($0)) }.map(sound)
  }

  /// What the file has after a position, and as far as another.
  func records(
    after position: JournalPosition, through end: JournalPosition = JournalPosition(.max)
  ) throws -> [EntryRecord] {
    let bounds: StatementArguments = [position.number, end.number]
    var rows: [EntryRow] = []
    try each("\(format.query) WHERE position > ? AND position <= ? ORDER BY position", bounds) { row in
      rows.append(try EntryRow(row, format))
    }
    guard !rows.isEmpty else { return [] }
    var changes = ChangeCollector(rows.map(\.position))
    for table in ChangeTable.allCases {
      let query = "SELECT * FROM \(table.rawValue) WHERE entry > ? AND entry <= ? ORDER BY entry, ordinal"
      try each(query, bounds) { row in try changes.add(row, of: table) }
    }
    var previous = try before(rows[0].position)
    return rows.indices.map { index in
      defer { previous = rows[index].link }
      return judged(rows[index], Result { () throws(JournalError) in try changes.take(index) }, after: previous)
    }
  }

  private func judged(
    _ row: EntryRow, _ content: Result<(changes: [RowChange], seen: [UInt64]), JournalError>,
    after previous: EntryRow.Link
  ) -> EntryRecord {
    func broken(_ fault: BrokenEntry.Fault) -> EntryRecord {
      .broken(BrokenEntry(position: JournalPosition(row.position), fault: fault))
    }
    do throws(JournalError) {
      var entry = try row.entry.get()
      (entry.draft.changes, entry.seen) = try content.get()
      guard previous.position == row.position - 1 else {
        return broken(.afterMissing(from: JournalPosition(previous.position + 1)))
      }
      guard row.link.proof.fits(&entry, after: previous.proof) else { return broken(.changed) }
      return .sound(entry)
    } catch {
      return broken(.unreadable(error.reason))
    }
  }

  /// What stands in the file before a position.
  private func before(_ position: Int64) throws -> EntryRow.Link {
    var link = EntryRow.Link.start(format)
    try each("\(format.query) WHERE position < ? ORDER BY position DESC LIMIT 1", [position]) { row in
      link = try EntryRow(row, format).link
    }
    return link
  }

  private func sound(_ record: EntryRecord) throws -> JournalEntry {
    switch record {
    case .sound(let entry): return entry
    case .broken(let entry): throw JournalError.damaged(path: path, reason: "\(entry)")
    }
  }

  /// Calls for each row of a query.
  func each(_ query: String, _ arguments: StatementArguments, _ body: (JournalRow) throws -> Void) throws {
    let rows = try Row.fetchCursor(try db.cachedStatement(sql: query), arguments: arguments)
    while let row = try rows.next() { try body(JournalRow(row: row, path: path)) }
  }
}
