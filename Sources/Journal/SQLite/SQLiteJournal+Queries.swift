import GRDB
import RosterModel

extension SQLiteJournal {
  /// The entries that a filter lets through, in their order.
  public func entries(matching filter: EntryFilter) throws(JournalError) -> [JournalEntry] {
    try reading { db in
      let query = FilterQuery(filter)
      var positions: [Int64] = []
      let reader = try EntryReader(db, path: self.path)
      try reader.each(query.text, StatementArguments(query.arguments)) { row in
        positions.append(try row.integer(0))
      }
      return try reader.entries(at: positions.reversed())
    }
  }

  /// The latest acts of a person that can be undone and redone.
  public func history(of person: String, limit: Int) throws(JournalError) -> EntryHistory {
    try reading { db in
      let reader = try EntryReader(db, path: self.path)
      var latest: [Int64] = []
      let query = "SELECT position FROM entry WHERE person = ? ORDER BY position DESC LIMIT ?"
      try reader.each(query, [person, limit]) { row in latest.append(try row.integer(0)) }
      var history = EntryHistory()
      for entry in try reader.entries(at: latest.reversed()) { history.follow(entry) }
      return history
    }
  }

  /// The entry of a key.
  public func entry(key: String) throws(JournalError) -> JournalEntry? {
    try reading { db in try self.entry(db, key: key) }
  }

  func entry(_ db: Database, key: String) throws -> JournalEntry? {
    let reader = try EntryReader(db, path: path)
    guard reader.format == .sealed,
      let position = try Int64.fetchOne(
        db.cachedStatement(sql: "SELECT position FROM entry WHERE key = ?"), arguments: [key])
    else { return nil }
    return try reader.entries(at: [position]).first
  }
}
