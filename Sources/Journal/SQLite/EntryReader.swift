import GRDB
import RosterModel

/// Reads entries with their changes.
struct EntryReader {
  private let db: Database
  private let path: String

  /// - Parameter path: the journal's file, for errors.
  init(_ db: Database, path: String) {
    self.db = db
    self.path = path
  }

  /// All entries after a position.
  func entries(after position: JournalPosition) throws -> [JournalEntry] {
    try entries(where: "position > ?", [position.number], changesWhere: "entry > ?", [position.number])
  }

  /// The entries of these positions, which are ascending.
  func entries(at positions: [Int64]) throws -> [JournalEntry] {
    try positions.flatMap {
      try entries(where: "position = ?", [$0], changesWhere: "entry = ?", [$0])
    }
  }

  private func entries(
    where condition: String, _ arguments: StatementArguments, changesWhere changeCondition: String,
    _ changeArguments: StatementArguments
  ) throws -> [JournalEntry] {
    var entries: [JournalEntry] = []
    var sums: [Int64] = []
    try each("SELECT * FROM entry WHERE \(condition) ORDER BY position", arguments) { row in
      entries.append(try entry(row))
      sums.append(try row.integer(9))
    }
    guard !entries.isEmpty else { return [] }
    var changes = ChangeCollector(entries.map(\.position.number))
    for table in ChangeTable.allCases {
      let query = "SELECT * FROM \(table.rawValue) WHERE \(changeCondition) ORDER BY entry, ordinal"
      try each(query, changeArguments) { row in
        try changes.add(
          table.change(row), seen: table.seen(row), entry: try row.integer(0), ordinal: try row.integer(1))
      }
    }
    for index in entries.indices { (entries[index].draft.changes, entries[index].seen) = changes.take(index) }
    try check(entries, sums)
    return entries
  }

  /// Compares entries, which follow upon each other, with their sums.
  private func check(_ entries: [JournalEntry], _ sums: [Int64]) throws {
    guard let first = entries.first else { return }
    let statement = try db.cachedStatement(
      sql: "SELECT sum FROM entry WHERE position < ? ORDER BY position DESC LIMIT 1")
    var previous = try Int64.fetchOne(statement, arguments: [first.position.number]) ?? 0
    for (entry, sum) in zip(entries, sums) {
      guard Checksum(entry, after: previous).sum == sum else {
        throw JournalError.damaged(path: path, reason: "entry \(entry.position.number) is not as it was written")
      }
      previous = sum
    }
  }

  private func entry(_ row: JournalRow) throws -> JournalEntry {
    guard let kind = EntryKind(word: try row.text(4), position: try row.optionalInteger(5)) else {
      throw JournalError.damaged(path: path, reason: "entry \(try row.integer(0)) is of no known kind")
    }
    let draft = EntryDraft(
      kind: kind, name: try row.text(6), reason: try row.text(7), isForced: try row.integer(8) != 0, changes: [])
    return JournalEntry(
      position: JournalPosition(try row.integer(0)), at: try row.integer(1),
      author: Author(person: try row.text(2), session: try row.text(3)), draft: draft)
  }

  /// Calls for each row of a query.
  func each(_ query: String, _ arguments: StatementArguments, _ body: (JournalRow) throws -> Void) throws {
    let rows = try Row.fetchCursor(try db.cachedStatement(sql: query), arguments: arguments)
    while let row = try rows.next() { try body(JournalRow(row: row, path: path)) }
  }
}
