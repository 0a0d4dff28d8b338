import GRDB
import Glibc
import RosterModel

@testable import Journal

extension Fuzzer {
  /// The rows of a journal: acts are recorded, and then rows are changed, added and taken away by another program, which
  /// writes values of any kind.
  ///
  /// Whatever is read as an entry is one that was recorded, as it was; all else is told as an error.
  static let rows = Fuzzer(name: "rows") {
    let journal = try FuzzedJournal()
    return { input in
      var ration = Ration(input)
      try journal.empty()
      while !ration.isEmpty {
        switch ration.choice(of: 8) {
        case 0..<3: journal.record(&ration)
        case 3: journal.note(&ration)
        default: journal.damage(&ration)
        }
      }
      journal.readAll()
    }
  }
}

/// A journal whose tables take values of any kind, as those of a damaged file would.
private final class FuzzedJournal {
  private let journal: SQLiteJournal
  private let outside: DatabaseQueue
  private var recorded: [JournalPosition: JournalEntry] = [:]
  private let tables: [(name: String, columns: [String])]

  init() throws {
    let folder = try FuzzedFolder.make()
    journal = try SQLiteJournal(at: folder.journal)
    outside = try DatabaseQueue(path: folder.journal)
    tables = try outside.write { db in
      try db.execute(sql: "PRAGMA writable_schema = ON")
      for (words, others) in [(" STRICT, ", " "), (" STRICT", ""), (" NOT NULL", "")] {
        try db.execute(
          sql: "UPDATE sqlite_schema SET sql = replace(sql, ?, ?) WHERE type = 'table'", arguments: [words, others])
      }
      let version = try Int.fetchOne(db, sql: "PRAGMA schema_version") ?? 0
      try db.execute(sql: "PRAGMA schema_version = \(version + 1)")
      try db.execute(sql: "PRAGMA writable_schema = OFF")
      let names = try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
      return try names.map { ($0, try db.columns(in: $0).map(\.name)) }
    }
    try outside.inDatabase { db in try db.execute(sql: "PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF") }
    try journal.attempt { db in try db.execute(sql: "PRAGMA synchronous = OFF") }
  }

  func empty() throws {
    recorded = [:]
    try outside.write { db in
      for table in tables { try db.execute(sql: "DELETE FROM \(table.name)") }
      try db.execute(sql: "DELETE FROM sqlite_sequence")
    }
  }

  /// Records an act by the journal itself.
  func record(_ ration: inout Ration) {
    let draft = FuzzedEntry.draft(&ration)
    let author = Author(person: FuzzedEntry.text(&ration), session: "s\(ration.choice(of: 3))")
    let new = NewEntry(
      at: ration.number(), author: author, draft: draft,
      seen: ration.choice(of: 2) == 0 ? [] : draft.changes.map { _ in UInt64(bitPattern: ration.number()) })
    do throws(EditRefusal) {
      let entry = try journal.append(after: .start, key: new.draft.key) { _ throws(EditRefusal) in new }
      recorded[entry.position] = entry
    } catch {
      // What the journal holds already may be damaged, and then nothing is recorded.
    }
  }

  /// Records a checkpoint by the journal itself.
  func note(_ ration: inout Ration) {
    let checkpoint = NewCheckpoint(
      at: ration.number(), through: JournalPosition(Int64(ration.choice(of: 4))),
      tables: TablePrints(prints: (0..<4).map { _ in FuzzedEntry.text(&ration) }),
      origin: ration.choice(of: 2) == 0 ? .own : .outside, isDone: ration.choice(of: 2) == 0)
    do throws(JournalError) {
      _ = try journal.record(checkpoint, conflicts: [], after: Int64(ration.choice(of: 3)))
    } catch {}
  }

  /// Changes, adds or takes away a row from outside.
  func damage(_ ration: inout Ration) {
    let table = tables[ration.choice(of: tables.count)]
    let column = table.columns[ration.choice(of: table.columns.count)]
    do {
      switch ration.choice(of: 4) {
      case 0:
        let values = table.columns.map { _ in FuzzedEntry.value(&ration) }
        let marks = table.columns.map { _ in "?" }.joined(separator: ", ")
        try outside.write { db in
          try db.execute(sql: "INSERT INTO \(table.name) VALUES (\(marks))", arguments: StatementArguments(values))
        }
      case 1:
        let number = ration.choice(of: 4)
        try outside.write { db in
          try db.execute(
            sql: "DELETE FROM \(table.name) WHERE \(table.columns[0]) = ?", arguments: [number])
        }
      default:
        let (value, number) = (FuzzedEntry.value(&ration), ration.choice(of: 4))
        try outside.write { db in
          try db.execute(
            sql: "UPDATE \(table.name) SET \(column) = ? WHERE \(table.columns[0]) = ?", arguments: [value, number])
        }
      }
    } catch {
      // A key that is there already: the database itself refuses that.
    }
  }

  func readAll() {
    JournalReader.readAll(journal) { entry in FuzzedEntry.isSame(recorded[entry.position], entry) }
  }
}
