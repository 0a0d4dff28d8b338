import GRDB
import RosterModel

/// Copies what can be read of a journal whose file is damaged into a new file.
///
/// SQLite reads a table until it meets a page that it cannot read. So a table is read from both its ends, and an entry
/// that is not found so is asked for by its number.
struct JournalSalvage {
  /// The damaged file; nobody writes to it.
  let source: String
  /// A new file, empty and there.
  let target: String

  /// How many entries are asked for by their numbers at most.
  private static let mostAsked: Int64 = 1_000_000

  /// Copies what can be read.
  ///
  /// - Returns: how many entries; `nil` where it is no journal any more.
  func run() throws(JournalError) -> Int? {
    do {
      return try copyAll()
    } catch let error as DatabaseError where error.resultCode == .SQLITE_NOTADB || error.resultCode == .SQLITE_CORRUPT {
      return nil
    } catch {
      throw JournalError(error, path: source)
    }
  }

  private func copyAll() throws -> Int? {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.foreignKeysEnabled = false
    let from = try DatabaseQueue(path: source, configuration: configuration)
    configuration.readonly = false
    let into = try DatabaseQueue(path: target, configuration: configuration)
    let count = try from.unsafeRead { from in
      try into.writeWithoutTransaction { into in
        guard let format = Self.format(of: from) else { return nil as Int? }
        return try copy(from, into, format)
      }
    }
    try from.close()
    try into.close()
    return count
  }

  /// The format whose tables the file has, whatever its head says; `nil` where those are not to be read.
  private static func format(of db: Database) -> EntryFormat? {
    do {
      let found = Set(try String.fetchAll(db, sql: "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL"))
      return [EntryFormat.shifts, .sealed, .summed].first {
        found.isSuperset(of: SQLiteJournal.schema($0).filter { $0.hasPrefix("CREATE TABLE") })
      }
    } catch {
      return nil
    }
  }

  private func copy(_ from: Database, _ into: Database, _ format: EntryFormat) throws -> Int {
    var count = 0
    try into.inTransaction(.immediate) {
      for statement in SQLiteJournal.schema(format) { try into.execute(sql: statement) }
      var found: Set<Int64> = []
      for key in keys(from) where try copyRow(key, from, into, "entry", "position") { found.insert(key) }
      for table in SQLiteJournal.rowTables(format) + ["conflict"] { try copyRows(of: table, "entry", from, into) }
      try copyRows(of: "checkpoint", "number", from, into)
      if format.hasSeals { try copyRows(of: "restart", "position", from, into) }
      try copySequence(from, into)
      try into.execute(sql: "PRAGMA application_id = \(SQLiteJournal.application)")
      try into.execute(sql: "PRAGMA user_version = \(format.rawValue)")
      count = found.count
      return .commit
    }
    return count
  }

  /// The positions of entries: those that either end of the table tells, and all between, which may be there.
  private func keys(_ db: Database) -> [Int64] {
    let found = Set(
      values(db, "SELECT position FROM entry ORDER BY position")
        + values(db, "SELECT position FROM entry ORDER BY position DESC")
        + values(db, "SELECT DISTINCT entry FROM posting_change ORDER BY entry DESC"))
    guard let first = found.min(), let last = found.max() else { return [] }
    guard last.subtractingReportingOverflow(first).partialValue < Self.mostAsked, last > first else {
      return found.sorted()
    }
    return Array(first...last)
  }

  /// The numbers that a query gives until it meets what cannot be read.
  private func values(_ db: Database, _ query: String) -> [Int64] {
    var values: [Int64] = []
    do {
      let rows = try Row.fetchCursor(db, sql: query)
      while let row = try rows.next() {
        if case .int64(let value) = (row[0] as DatabaseValue).storage { values.append(value) }
      }
    } catch {
      // What was given until then counts.
    }
    return values
  }

  private func copyRows(of table: String, _ column: String, _ from: Database, _ into: Database) throws {
    let found = Set(
      values(from, "SELECT \(column) FROM \(table) ORDER BY \(column)")
        + values(from, "SELECT \(column) FROM \(table) ORDER BY \(column) DESC"))
    for key in found.sorted() { _ = try copyRow(key, from, into, table, column) }
  }

  /// Copies the rows of a key, as far as they can be read and the new table takes them.
  private func copyRow(
    _ key: Int64, _ from: Database, _ into: Database, _ table: String, _ column: String
  ) throws -> Bool {
    var rows: [[DatabaseValue]] = []
    do {
      let cursor = try Row.fetchCursor(
        try from.cachedStatement(sql: "SELECT * FROM \(table) WHERE \(column) = ?"), arguments: [key])
      while let row = try cursor.next() { rows.append(Array(row.databaseValues)) }
    } catch {
      // The rows before the one that cannot be read are kept.
    }
    for row in rows {
      let marks = Array(repeating: "?", count: row.count).joined(separator: ", ")
      do {
        try into.cachedStatement(sql: "INSERT INTO \(table) VALUES (\(marks))").execute(
          arguments: StatementArguments(row))
      } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
        // A value that no journal has, or a row twice.
        continue
      }
    }
    return !rows.isEmpty
  }

  /// No number is given again that was given before.
  private func copySequence(_ from: Database, _ into: Database) throws {
    for name in ["entry", "checkpoint"] {
      guard let given = values(from, "SELECT seq FROM sqlite_sequence WHERE name = '\(name)'").first else { continue }
      let known = try Int64.fetchOne(into, sql: "SELECT seq FROM sqlite_sequence WHERE name = ?", arguments: [name])
      guard given > known ?? 0, given - (known ?? 0) < Self.mostAsked else { continue }
      try into.execute(sql: "DELETE FROM sqlite_sequence WHERE name = ?", arguments: [name])
      try into.execute(sql: "INSERT INTO sqlite_sequence(name, seq) VALUES (?, ?)", arguments: [name, given])
    }
  }
}
