import GRDB
import RosterModel

extension SQLiteJournal {
  /// How many entries are read at once.
  private static let portion: Int64 = 500

  /// Brings a file of format 1 to format 2, within the transaction of whoever calls: each entry gets its seal.
  ///
  /// An entry that was damaged already gets a seal that fits nothing, so that it is not taken for sound from now on. A
  /// program of format 1 that has the file open cannot add entries without seals: the column that it fills is gone.
  ///
  /// Foreign keys must be off: the table that they refer to is made anew.
  func migrate(_ db: Database) throws {
    let last = try Int64.fetchOne(db, sql: "SELECT max(position) FROM entry") ?? 0
    let given = try Int64.fetchOne(db, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'entry'")
    let seals = try seals(db, through: last)
    // Otherwise the tables that refer to this one would from now on refer to the one that goes.
    try db.execute(sql: "PRAGMA legacy_alter_table = ON")
    try db.execute(sql: "ALTER TABLE entry RENAME TO entry_before")
    try db.execute(sql: "DROP INDEX entry_person")
    for statement in Self.entryTable(.sealed) { try db.execute(sql: statement) }
    try db.execute(
      sql: """
        INSERT INTO entry SELECT position, at, person, session, NULL, NULL, NULL, NULL, kind, of, name, reason, forced, ''
        FROM entry_before ORDER BY position
        """)
    try db.execute(sql: "DROP TABLE entry_before")
    try db.execute(sql: "PRAGMA legacy_alter_table = OFF")
    let writer = try EntryWriter(db)
    for (position, seal) in seals { try writer.seal(position, seal) }
    // No position is given twice, also not that of an entry that is no longer there.
    if let given {
      try db.execute(sql: "DELETE FROM sqlite_sequence WHERE name = 'entry'")
      try db.execute(sql: "INSERT INTO sqlite_sequence(name, seq) VALUES ('entry', ?)", arguments: [given])
    }
    try db.execute(sql: "PRAGMA user_version = \(EntryFormat.sealed.rawValue)")
    try checkSchema(db, .sealed)
  }

  private func seals(_ db: Database, through last: Int64) throws -> [(position: Int64, seal: EntrySeal)] {
    let reader = try EntryReader(db, path: path)
    var seals: [(position: Int64, seal: EntrySeal)] = []
    var (previous, start) = (EntrySeal.start, Int64(0))
    while start < last {
      let end = min(last, start &+ Self.portion)
      for record in try reader.records(after: JournalPosition(start), through: JournalPosition(end)) {
        previous = record.entry.map { EntrySeal($0, after: previous) } ?? .start
        seals.append((record.position.number, previous))
      }
      start = end
    }
    return seals
  }
}
