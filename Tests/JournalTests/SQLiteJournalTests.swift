import Foundation
import GRDB
import Journal
import RosterModel
import Testing

@Suite("The journal's file")
struct SQLiteJournalTests {
  private func file(_ folder: TemporaryFolder, _ bytes: [UInt8] = []) -> String {
    let path = folder.path + "/journal.sqlite"
    #expect(FileManager.default.createFile(atPath: path, contents: Data(bytes)))
    return path
  }

  private func failure(_ body: () throws -> Void) -> JournalError? {
    do {
      try body()
      return nil
    } catch {
      return error as? JournalError
    }
  }

  @Test("a file of a newer version is neither written nor read")
  func newer() throws {
    let folder = try TemporaryFolder()
    let path = file(folder)
    try SQLiteJournal(at: path, making: true).close()
    try DatabaseQueue(path: path).inDatabase { try $0.execute(sql: "PRAGMA user_version = 7") }
    #expect(failure { _ = try SQLiteJournal(at: path, making: true) } == .newer(path: path, format: 7))
    #expect(failure { _ = try SQLiteJournal(reading: path) } == .newer(path: path, format: 7))
  }

  @Test("a file of another program, or of none, is damaged and not written to")
  func foreign() throws {
    let folder = try TemporaryFolder()
    let path = file(folder, Array(String(repeating: "This is a text. ", count: 100).utf8))
    let before = try Data(contentsOf: URL(filePath: path))
    guard case .damaged = failure({ _ = try SQLiteJournal(at: path, making: true) }) else {
      Issue.record("opened a text")
      return
    }
    #expect(try Data(contentsOf: URL(filePath: path)) == before)
    let other = folder.path + "/other.sqlite"
    try DatabaseQueue(path: other).inDatabase { try $0.execute(sql: "CREATE TABLE mine(x)") }
    guard case .damaged = failure({ _ = try SQLiteJournal(at: other) }) else {
      Issue.record("opened the database of another program")
      return
    }
  }

  @Test(
    "values that no version writes are told as damage, not a crash",
    arguments: [
      "UPDATE entry SET kind = 'sorcery'", "UPDATE posting_change SET day = 'someday'",
      "UPDATE absence_change SET reason = 'whim'", "UPDATE entry SET kind = 'undo', of = NULL",
    ])
  func hostile(statement: String) throws {
    let folder = try TemporaryFolder()
    let path = file(folder)
    let journal = try SQLiteJournal(at: path, making: true)
    _ = try journal.add(Drafts.everything)
    try DatabaseQueue(path: path).inDatabase { try $0.execute(sql: statement) }
    guard case .damaged = failure({ _ = try journal.news(after: .start) }) else {
      Issue.record("read \(statement)")
      return
    }
  }

  @Test("what is written to a file that was moved or removed is refused", arguments: [true, false])
  func gone(isMoved: Bool) throws {
    let folder = try TemporaryFolder()
    let path = file(folder)
    let journal = try SQLiteJournal(at: path, making: true)
    _ = try journal.add(Drafts.assign("u1", "n1-a"))
    if isMoved {
      try FileManager.default.moveItem(atPath: path, toPath: path + ".old")
      _ = file(folder)
    } else {
      try FileManager.default.removeItem(atPath: folder.path)
    }
    #expect(throws: EditRefusal.self) { try journal.add(Drafts.assign("u2", "n1-a")) }
  }

  @Test("whoever may only read the file and its folder reads it")
  func readOnly() throws {
    let folder = try TemporaryFolder()
    let path = file(folder)
    let journal = try SQLiteJournal(at: path, making: true)
    let entry = try journal.add(Drafts.assign("u1", "n1-a"))
    #expect(try SQLiteJournal(reading: path).news(after: .start).entries == [entry])
    try journal.close()
    #expect(try SQLiteJournal(reading: path).news(after: .start).entries == [entry])
  }

  @Test(
    "a text that SQLite would cut off at a NUL is refused, and the journal stays sound", arguments: ["a\0b", "\\\0"])
  func zero(text: String) throws {
    let folder = try TemporaryFolder()
    let journal = try SQLiteJournal(at: file(folder), making: true)
    let note = RowChange.posting(
      PostingChange(Drafts.name("u1", "n1-a"), old: PostingRemark(note: text), new: nil))
    let draft = EntryDraft(name: "unassign u1", changes: [note])
    #expect(throws: EditRefusal.self) { try journal.add(draft) }
    let entry = try journal.add(EntryDraft(name: "a\\x00", changes: []))
    #expect(try journal.news(after: .start).entries == [entry])
    #expect(entry.position == JournalPosition(1))
  }

  @Test("many thousand changes are one entry")
  func large() throws {
    let folder = try TemporaryFolder()
    let journal = try SQLiteJournal(at: file(folder), making: true)
    let changes = (0..<20_000).map { number in
      RowChange.posting(
        PostingChange(
          Drafts.name("u\(number / 28)", "beat-\(number % 500)", day: Day(number: Int32(20_000 + number % 28))),
          old: nil, new: PostingRemark()))
    }
    let entry = try journal.add(EntryDraft(kind: .plan, name: "plan", changes: changes))
    #expect(try journal.news(after: .start).entries == [entry])
  }
}
