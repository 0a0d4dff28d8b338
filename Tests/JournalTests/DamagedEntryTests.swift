import Foundation
import GRDB
import Journal
import RosterModel
import Testing

@Suite("An entry that is not as it was recorded")
struct DamagedEntryTests {
  /// A journal of five entries of two people, left by its program.
  private static func journal(in folder: TemporaryFolder) throws -> SQLiteJournal {
    let path = folder.path + "/journal.sqlite"
    #expect(FileManager.default.createFile(atPath: path, contents: nil))
    let journal = try SQLiteJournal(at: path, making: true)
    for number in 1...5 {
      _ = try journal.add(Drafts.assign("u\(number)", "n1-a"), by: number == 4 ? "Bek" : "Aziz", at: Int64(number))
    }
    return journal
  }

  private static func run(_ statement: String, in journal: SQLiteJournal) throws {
    let queue = try DatabaseQueue(path: journal.path)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF")
      try db.execute(sql: statement)
    }
    try queue.close()
  }

  private static func words(_ record: EntryRecord) -> String {
    guard case .broken(let broken) = record else { return "\(record.position.number)" }
    return "\(broken)"
  }

  @Test(
    "is named in its place, once, and all others are read",
    arguments: [
      ("UPDATE entry SET person = 'Boss' WHERE position = 2", "1, entry 2 is not as it was written, 3, 4, 5"),
      ("UPDATE entry SET at = at + 1 WHERE position = 5", "1, 2, 3, 4, entry 5 is not as it was written"),
      ("UPDATE entry SET forced = 1 WHERE position = 1", "entry 1 is not as it was written, 2, 3, 4, 5"),
      (
        "UPDATE entry SET user = 'x', host = '', terminal = '' WHERE position = 3",
        "1, 2, entry 3 is not as it was written, 4, 5"
      ),
      ("UPDATE entry SET key = 'k' WHERE position = 3", "1, 2, entry 3 is not as it was written, 4, 5"),
      ("UPDATE posting_change SET new_note = 'x' WHERE entry = 2", "1, entry 2 is not as it was written, 3, 4, 5"),
      ("UPDATE posting_change SET seen = 7 WHERE entry = 2", "1, entry 2 is not as it was written, 3, 4, 5"),
      ("DELETE FROM posting_change WHERE entry = 2", "1, entry 2 is not as it was written, 3, 4, 5"),
      ("INSERT INTO mended VALUES (2, 0, 1, 1, 'changed', NULL)", "1, entry 2 is not as it was written, 3, 4, 5"),
      (
        "UPDATE entry SET kind = 'sorcery' WHERE position = 2",
        "1, entry 2 cannot be read: a row has a wrong value in column kind, 3, 4, 5"
      ),
      (
        "UPDATE posting_change SET day = 'someday' WHERE entry = 2",
        "1, entry 2 cannot be read: a row has a wrong value in column day, 3, 4, 5"
      ),
      (
        "UPDATE posting_change SET ordinal = 1 WHERE entry = 2",
        "1, entry 2 cannot be read: its changes are not numbered one after the other, 3, 4, 5"
      ),
      (
        "UPDATE entry SET seal = 'x' WHERE position = 2",
        "1, the seal of entry 2 is not as it was written; the entry itself is, 3, 4, 5"
      ),
      ("UPDATE entry SET seal = 'x' WHERE position = 5", "1, 2, 3, 4, entry 5 is not as it was written"),
      ("DELETE FROM entry WHERE position = 1", "entry 1 is missing, so entry 2 cannot be checked, 3, 4, 5"),
      (
        "DELETE FROM entry WHERE position IN (2, 3)",
        "1, entries 2 to 3 are missing, so entry 4 cannot be checked, 5"
      ),
      ("DELETE FROM entry WHERE position = 5", "1, 2, 3, 4, entry 5 is missing"),
      ("DELETE FROM entry", "entries 1 to 5 are missing"),
    ])
  func named(_ statement: String, _ expected: String) throws {
    let folder = try TemporaryFolder()
    let journal = try Self.journal(in: folder)
    try Self.run(statement, in: journal)
    let records = try journal.records(matching: EntryFilter())
    #expect(records.map(Self.words).joined(separator: ", ") == expected)
    #expect(try journal.entries(matching: EntryFilter()) == records.compactMap(\.entry))
  }

  @Test("after the last entry was deleted others are recorded; the missing one stays known")
  func deletedLast() throws {
    let folder = try TemporaryFolder()
    let journal = try Self.journal(in: folder)
    try Self.run("DELETE FROM entry WHERE position = 5", in: journal)
    let next = try journal.add(Drafts.assign("u6", "n1-b"))
    #expect(next.position == JournalPosition(6))
    let records = try journal.records(matching: EntryFilter())
    #expect(records.map(Self.words) == ["1", "2", "3", "4", "entry 5 is missing", "6"])
  }

  @Test("what is listed by a filter comes with whatever is broken since")
  func filters() throws {
    let folder = try TemporaryFolder()
    let journal = try Self.journal(in: folder)
    try Self.run("UPDATE entry SET person = 'Boss' WHERE position = 2", in: journal)
    func listed(_ change: (inout EntryFilter) -> Void) throws -> [String] {
      var filter = EntryFilter()
      change(&filter)
      return try journal.records(matching: filter).map(Self.words)
    }
    let broken = "entry 2 is not as it was written"
    #expect(try listed { $0.limit = 2 } == ["4", "5"])
    #expect(try listed { $0.limit = 4 } == [broken, "3", "4", "5"])
    #expect(try listed { $0.person = "Bek" } == [broken, "4"])
    #expect(try listed { $0.person = "nobody" } == [broken])
    #expect(try listed { $0.position = JournalPosition(3) } == ["3"])
  }

  @Test("what can be undone is told from all others")
  func history() throws {
    let folder = try TemporaryFolder()
    let journal = try Self.journal(in: folder)
    try Self.run("UPDATE entry SET name = 'x' WHERE position = 2", in: journal)
    #expect(try journal.history(of: "Aziz", limit: 10).undoable.map(\.position.number) == [1, 3, 5])
    #expect(throws: JournalError.self) { try journal.news(after: JournalPosition(1)) }
    #expect(try journal.news(after: JournalPosition(2)).entries.map(\.position.number) == [3, 4, 5])
  }

  @Test("many entries are read in portions, with each that is broken once")
  func portions() throws {
    let folder = try TemporaryFolder()
    let journal = try Self.journal(in: folder)
    for number in 6...520 { _ = try journal.add(EntryDraft(name: "\(number)", changes: [])) }
    for position in [300, 301, 500] {
      try Self.run("UPDATE entry SET seal = '' WHERE position = \(position)", in: journal)
    }
    try Self.run("DELETE FROM entry WHERE position = 510", in: journal)
    let records = try journal.records(matching: EntryFilter())
    #expect(records.count == 519)
    let broken = records.compactMap { if case .broken(let broken) = $0 { broken } else { nil } }
    #expect(broken.map(\.position.number) == [300, 301, 500, 511])
    #expect(broken.map(\.fault) == [.sealLost, .sealLost, .sealLost, .afterMissing(from: JournalPosition(510))])
    #expect(records.map(\.position) == records.map(\.position).sorted())
  }
}

@Suite("A roster whose journal has a damaged entry that the tables hold")
struct DamagedHistoryTests {
  @Test("is opened, edited and undone as before; what is undone is not undone blindly")
  func goesOn() throws {
    let folder = try RosterFolderFixture()
    var session = try folder.session()
    let first = try session.commit(Drafts.assign("u2", "n1-b"), basis: session.position)
    _ = try session.commit(Drafts.assign("u3", "n2-a"), basis: session.position)
    try session.close()
    try DatabaseQueue(path: folder.path + "/.patrol/journal.sqlite").writeWithoutTransaction { db in
      try db.execute(sql: "UPDATE entry SET person = 'Boss' WHERE position = 2")
    }
    session = try folder.session()
    #expect(session.access == .editing && session.notices.isEmpty)
    #expect(try session.history().undoable == [first])
    let undo = try session.commit(Drafts.undo(first), basis: session.position)
    #expect(undo.position == JournalPosition(3))
    #expect(throws: EditRefusal.self) { try session.commit(Drafts.undo(first), basis: session.position) }
    try session.close()
    #expect(try folder.tabledPostings() == RosterFolderFixture.atFirst + ["2026-12-05 A n2-a u3"])
  }
}
