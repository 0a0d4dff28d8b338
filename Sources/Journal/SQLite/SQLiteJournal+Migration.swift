import GRDB
import RosterModel

extension SQLiteJournal {
  /// Brings a file of format 1 to format 2, within the transaction of whoever calls: each entry gets its seal.
  ///
  /// An entry that was damaged already gets a seal that fits nothing, so that it is not taken for sound from now on. A
  /// program of format 1 that has the file open cannot add entries without seals: the column that it fills is gone.
  ///
  /// Foreign keys must be off: the table that they refer to is made anew.
  func migrate(_ db: Database) throws {
    let given = try Int64.fetchOne(db, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'entry'")
    let seals = try seals(db)
    // Otherwise the tables that refer to this one would from now on refer to the one that goes.
    try db.execute(sql: "PRAGMA legacy_alter_table = ON")
    try db.execute(sql: "ALTER TABLE entry RENAME TO entry_before")
    try db.execute(sql: "DROP INDEX entry_person")
    for statement in Self.entryTable(.sealed) + [Self.mendedTable] { try db.execute(sql: statement) }
    try db.execute(
      sql: """
        INSERT INTO entry
        SELECT position, at, person, session, NULL, NULL, NULL, NULL, NULL, kind, of, name, reason, forced, ''
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

  private func seals(_ db: Database) throws -> [(position: Int64, seal: EntrySeal)] {
    var seals: [(position: Int64, seal: EntrySeal)] = []
    var previous = EntrySeal.start
    try EntryReader(db, path: path).walk(after: .start) { record in
      if case .broken(let broken) = record, case .missing = broken.fault { return }
      previous = record.entry.map { EntrySeal($0, after: previous) } ?? .start
      seals.append((record.position.number, previous))
    }
    return seals
  }
}
