import Foundation
import GRDB
import Journal
import RosterModel
import Testing

@Suite("A journal of format 1")
struct MigrationTests {
  private static let shown = [
    "2026-12-01 A n1-a u1 locked", "2026-12-02 A n1-a u1 (until 14:00, then base)", "2026-12-04 B n2-a u3",
    "2026-12-05 A n1-b u2 locked (by phone)", "2026-12-10 C n1-b u1",
  ]

  private func journal(_ folder: RosterFolderFixture) -> String { folder.path + "/.patrol/journal.sqlite" }

  private func database<Value>(_ folder: RosterFolderFixture, _ work: (Database) throws -> Value) throws -> Value {
    try DatabaseQueue(path: journal(folder)).writeWithoutTransaction(work)
  }

  private func format(_ folder: RosterFolderFixture) throws -> Int? {
    try database(folder) { try Int.fetchOne($0, sql: "PRAGMA user_version") }
  }

  @Test("is read whole by who may not write, and stays as it is")
  func reading() throws {
    let folder = try RosterFolderFixture()
    try FormatOne.leave(in: folder)
    #expect(try folder.postings() == Self.shown)
    let session = try folder.session(isReadOnly: true)
    #expect(try session.entries(matching: EntryFilter()).map(\.position.number) == Array(1...7))
    #expect(try session.history().undoable.map(\.position.number) == [1, 6])
    #expect(try session.entry(key: "any") == nil)
    try session.close()
    #expect(try format(folder) == 1)
  }

  @Test("is brought to this format where it is opened for editing; history, undo and what is recorded go on")
  func migration() throws {
    let folder = try RosterFolderFixture()
    try FormatOne.leave(in: folder)
    let before = try SQLiteJournal(reading: journal(folder)).entries(matching: EntryFilter())
    let session = try folder.session("Bek")
    #expect(session.notices.isEmpty)
    #expect(RosterFolderFixture.postings(of: session.roster) == Self.shown)
    var entries = try session.entries(matching: EntryFilter())
    #expect(entries.map(\.seal) != before.map(\.seal))
    var previous = EntrySeal.start
    for index in entries.indices {
      #expect(entries[index].seal == EntrySeal(before[index], after: previous))
      #expect(entries[index].author.origin == nil)
      previous = entries[index].seal
      entries[index].seal = before[index].seal
    }
    #expect(entries == before)
    let last = try #require(try session.history().undoable.last)
    let undo = try session.commit(Drafts.undo(last), basis: session.position)
    #expect(undo.position == JournalPosition(8))
    #expect(undo.seal == EntrySeal(undo, after: previous))
    try session.close()
    #expect(try format(folder) == SQLiteJournal.format)
    #expect(try folder.tabledPostings() == Self.shown.filter { $0 != "2026-12-10 C n1-b u1" })
    #expect(try database(folder) { try String.fetchAll($0, sql: "PRAGMA integrity_check") } == ["ok"])
    #expect(try database(folder) { try Row.fetchAll($0, sql: "PRAGMA foreign_key_check") }.isEmpty)
  }

  @Test("a program of format 1 that has the file open cannot add entries without seals")
  func olderProgram() throws {
    let folder = try RosterFolderFixture()
    try FormatOne.leave(in: folder)
    let older = try DatabaseQueue(path: journal(folder))
    try older.writeWithoutTransaction { db in
      try db.inTransaction {
        try db.cachedStatement(sql: FormatOne.append).execute()
        return .rollback
      }
    }
    #expect(try folder.session().access == .editing)
    #expect(throws: DatabaseError.self) {
      try older.writeWithoutTransaction { try $0.cachedStatement(sql: FormatOne.append).execute() }
    }
    #expect(throws: DatabaseError.self) {
      try older.writeWithoutTransaction {
        try $0.execute(sql: "INSERT INTO entry(position, person) VALUES (8, 'Aziz')")
      }
    }
  }

  @Test("that the last entry is missing stays known")
  func deletedLast() throws {
    let folder = try RosterFolderFixture()
    try FormatOne.leave(in: folder)
    try database(folder) { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF")
      try db.execute(sql: "DELETE FROM entry WHERE position = 7")
    }
    for _ in 0..<2 {
      let session = try folder.session()
      #expect("\(session.access)".contains("entry 7 is missing"))
      #expect(throws: EditRefusal.self) {
        try session.commit(Drafts.assign("u1", "n1-b", "C", day: Drafts.day.advanced(by: 5)), basis: session.position)
      }
    }
    #expect(try format(folder) == SQLiteJournal.format)
  }

  @Test("an entry that was damaged before is not taken for sound afterwards")
  func damaged() throws {
    let folder = try RosterFolderFixture()
    try FormatOne.leave(in: folder)
    try database(folder) { try $0.execute(sql: "UPDATE entry SET person = 'Boss' WHERE position = 2") }
    let session = try folder.session()
    #expect(RosterFolderFixture.postings(of: session.roster) == Self.shown)
    try session.close()
    let journal = try SQLiteJournal(reading: journal(folder))
    #expect(throws: JournalError.self) { try journal.news(after: JournalPosition(1)) }
    #expect(try journal.news(after: JournalPosition(2)).entries.map(\.position.number) == Array(3...7))
  }

  @Test("whoever reads it while it is brought to this format reads on")
  func openReader() throws {
    let folder = try RosterFolderFixture()
    try FormatOne.leave(in: folder)
    let reader = try SQLiteJournal(reading: journal(folder))
    let before = try reader.news(after: .start).entries
    try folder.session().close()
    #expect(try reader.news(after: .start).entries.map(\.draft) == before.map(\.draft))
    #expect(try reader.entry(key: "any") == nil)
  }
}
