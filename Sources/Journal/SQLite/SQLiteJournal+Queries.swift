import GRDB
import RosterModel

extension SQLiteJournal {
  /// The entries that a filter lets through, in their order, as far as they can be relied upon.
  public func entries(matching filter: EntryFilter) throws(JournalError) -> [JournalEntry] {
    try reading { db in
      let reader = try EntryReader(db, path: self.path)
      return try reader.entries(at: try self.positions(matching: filter, reader))
    }
  }

  /// The entries that a filter lets through, in their order, and between and after them whatever is broken.
  public func records(matching filter: EntryFilter) throws(JournalError) -> [EntryRecord] {
    try reading { db in
      let reader = try EntryReader(db, path: self.path)
      let listed = try self.positions(matching: filter, reader)
      guard filter.position == nil, filter.among == nil else {
        return try listed.flatMap { try reader.records(after: JournalPosition($0 - 1), through: JournalPosition($0)) }
      }
      // Where there are fewer than were asked for, nothing before the first was left out.
      let isCut = filter.limit.map { listed.count >= $0 } ?? false
      var records: [EntryRecord] = []
      let wanted = Set(listed)
      try reader.walk(after: JournalPosition(isCut ? (listed.first ?? .max) - 1 : 0)) { record in
        if record.entry == nil || wanted.contains(record.position.number) { records.append(record) }
      }
      return records
    }
  }

  private func positions(matching filter: EntryFilter, _ reader: EntryReader) throws -> [Int64] {
    let query = FilterQuery(filter)
    var positions: [Int64] = []
    try reader.each(query.text, StatementArguments(query.arguments)) { row in
      positions.append(try row.integer(0))
    }
    return positions.reversed()
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
    return try reader.sound(at: position)
  }
}
