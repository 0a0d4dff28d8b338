import GRDB
import RosterModel

extension SQLiteJournal {
  /// Makes the tables in an empty file, if it is to become a journal; refuses a file of another program or of a newer
  /// version.
  func prepareSchema(_ db: Database, making isMade: Bool) throws {
    let format = try Self.header(db, "user_version")
    let application = try Self.header(db, "application_id")
    guard format <= Self.format || application != Self.application else {
      throw JournalError.newer(path: path, format: format)
    }
    if application == Self.application, let known = EntryFormat(rawValue: format) {
      try checkSchema(db, known)
      if !known.hasSeals { try migrate(db) }
      if !known.hasShiftTables { try addShiftTables(db) }
      return
    }
    let objects = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
    guard objects == 0, format == 0, application == 0 else {
      throw JournalError.damaged(path: path, reason: "it is a database of another program")
    }
    guard isMade else { throw JournalError.damaged(path: path, reason: "it is empty") }
    for statement in Self.schema(.shifts) { try db.execute(sql: statement) }
    try db.execute(sql: "PRAGMA application_id = \(Self.application)")
    try db.execute(sql: "PRAGMA user_version = \(Self.format)")
  }

  /// Whether the tables are those of a format: SQLite keeps how they were made as a text, and checks it against nothing.
  func checkSchema(_ db: Database, _ format: EntryFormat) throws {
    let found = try String.fetchAll(db, sql: "SELECT sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'")
    guard found.sorted() != Self.schema(format).sorted() else { return }
    throw JournalError.damaged(path: path, reason: "its tables are not those of a journal")
  }

  /// Reads the whole file once and compares what it holds twice.
  func checkWhole(_ db: Database) throws {
    guard let word = try String.fetchOne(db, sql: "PRAGMA integrity_check(1)"), word != "ok" else { return }
    throw JournalError.damaged(path: path, reason: word)
  }

  /// The tables of a format.
  static func schema(_ format: EntryFormat) -> [String] {
    entryTable(format) + otherTables + (format.hasSeals ? [mendedTable] : [])
      + (format.hasShiftTables ? shiftTables : [])
  }

  /// What happens during shifts, and who was called.
  static let shiftTables = [
    """
    CREATE TABLE manoeuvre_change(
      entry INTEGER NOT NULL REFERENCES entry, ordinal INTEGER NOT NULL, day TEXT NOT NULL, shift TEXT NOT NULL,
      unit TEXT NOT NULL, at TEXT NOT NULL, what TEXT NOT NULL, beat TEXT, reason TEXT NOT NULL, by TEXT NOT NULL,
      added INTEGER NOT NULL, PRIMARY KEY(entry, ordinal)) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE call_change(
      entry INTEGER NOT NULL REFERENCES entry, ordinal INTEGER NOT NULL, day TEXT NOT NULL, shift TEXT NOT NULL,
      beat TEXT NOT NULL, unit TEXT NOT NULL, at TEXT NOT NULL, answer TEXT NOT NULL, by TEXT NOT NULL,
      note TEXT NOT NULL, added INTEGER NOT NULL, PRIMARY KEY(entry, ordinal)) STRICT, WITHOUT ROWID
    """,
  ]

  /// What repairs have let stand.
  static let mendedTable = """
    CREATE TABLE mended(
      entry INTEGER NOT NULL REFERENCES entry, ordinal INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,
      fault TEXT NOT NULL, print TEXT, PRIMARY KEY(entry, ordinal)) STRICT, WITHOUT ROWID
    """

  /// The table of entries.
  ///
  /// `user`, `host` and `terminal` are NULL where nobody asked the system, `key` and `request` where nobody gave a key.
  /// `seal` is an `EntrySeal` as text. `restart` has the seals of entries that the file has lost and the tables hold,
  /// where what comes after them was put back: the chain goes on from there. In format 1 `sum` was a `Checksum` of the
  /// row with its changes and the sum before it.
  static func entryTable(_ format: EntryFormat) -> [String] {
    switch format {
    case .summed:
      [
        """
        CREATE TABLE entry(
          position INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, person TEXT NOT NULL, session TEXT NOT NULL,
          kind TEXT NOT NULL, of INTEGER, name TEXT NOT NULL, reason TEXT NOT NULL, forced INTEGER NOT NULL,
          sum INTEGER NOT NULL) STRICT
        """,
        "CREATE INDEX entry_person ON entry(person)",
      ]
    case .sealed, .shifts:
      [
        """
        CREATE TABLE entry(
          position INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, person TEXT NOT NULL, session TEXT NOT NULL,
          user TEXT, host TEXT, terminal TEXT, key TEXT, request TEXT, kind TEXT NOT NULL, of INTEGER, name TEXT NOT NULL,
          reason TEXT NOT NULL, forced INTEGER NOT NULL, seal TEXT NOT NULL) STRICT
        """,
        "CREATE INDEX entry_person ON entry(person)",
        "CREATE UNIQUE INDEX entry_key ON entry(key) WHERE key IS NOT NULL",
        "CREATE TABLE restart(position INTEGER PRIMARY KEY, seal TEXT NOT NULL) STRICT",
      ]
    }
  }

  /// The tables that are the same in all formats.
  ///
  /// Days are written as dates, and `status` as in assignments.csv, NULL where there is no posting: so that the file can
  /// be read with any tool for SQLite. A checkpoint's `sum` is a `Checksum` of it.
  private static let otherTables = [
    """
    CREATE TABLE posting_change(
      entry INTEGER NOT NULL REFERENCES entry, ordinal INTEGER NOT NULL, day TEXT NOT NULL, shift TEXT NOT NULL,
      beat TEXT NOT NULL, unit TEXT NOT NULL, old_status TEXT, old_note TEXT, new_status TEXT, new_note TEXT,
      seen INTEGER, PRIMARY KEY(entry, ordinal)) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX posting_change_unit ON posting_change(unit, day)",
    "CREATE INDEX posting_change_beat ON posting_change(beat, day)",
    """
    CREATE TABLE absence_change(
      entry INTEGER NOT NULL REFERENCES entry, ordinal INTEGER NOT NULL, unit TEXT NOT NULL, days TEXT NOT NULL,
      shift TEXT, reason TEXT NOT NULL, added INTEGER NOT NULL, PRIMARY KEY(entry, ordinal)) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX absence_change_unit ON absence_change(unit)",
    """
    CREATE TABLE publication_change(
      entry INTEGER NOT NULL REFERENCES entry, ordinal INTEGER NOT NULL, district TEXT NOT NULL, day TEXT NOT NULL,
      at TEXT NOT NULL, by TEXT NOT NULL, added INTEGER NOT NULL, PRIMARY KEY(entry, ordinal)) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE published_change(
      entry INTEGER NOT NULL REFERENCES entry, ordinal INTEGER NOT NULL, day TEXT NOT NULL, shift TEXT NOT NULL,
      beat TEXT NOT NULL, unit TEXT NOT NULL, added INTEGER NOT NULL, PRIMARY KEY(entry, ordinal)) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE checkpoint(
      number INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, through INTEGER NOT NULL, state TEXT NOT NULL,
      origin TEXT NOT NULL, assignments TEXT NOT NULL, absences TEXT NOT NULL, publications TEXT NOT NULL,
      published TEXT NOT NULL, sum INTEGER NOT NULL) STRICT
    """,
    """
    CREATE TABLE conflict(
      entry INTEGER NOT NULL REFERENCES entry, ordinal INTEGER NOT NULL, checkpoint INTEGER NOT NULL REFERENCES checkpoint,
      why TEXT NOT NULL, settled TEXT, PRIMARY KEY(entry, ordinal)) STRICT, WITHOUT ROWID
    """,
  ]
}

extension SQLiteJournal {
  /// Brings a file of format 2 to format 3, within the transaction of whoever calls.
  ///
  /// A program of format 2 that has the file open notices it by the number.
  func addShiftTables(_ db: Database) throws {
    for statement in Self.shiftTables { try db.execute(sql: statement) }
    try db.execute(sql: "PRAGMA user_version = \(EntryFormat.shifts.rawValue)")
    try checkSchema(db, .shifts)
  }

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
