import FaultTesting
import Foundation
import GRDB
import Journal
import RosterModel
import Testing

@Suite("Repairing a journal")
struct JournalRepairTests {
  /// A roster with five recorded acts, which the tables hold.
  private static func folder() throws -> RosterFolderFixture {
    let folder = try RosterFolderFixture()
    let session = try folder.session()
    for (unit, beat, day) in [
      ("u2", "n1-b", 0), ("u3", "n2-a", 0), ("u1", "n1-a", 1), ("u2", "n1-a", 1), ("u3", "n1-b", 1),
    ] {
      let draft = Drafts.assign(unit, beat, day: Drafts.day.advanced(by: day))
      _ = try session.commit(draft, basis: session.position)
    }
    try session.close()
    return folder
  }

  private static func journal(_ folder: RosterFolderFixture) -> String { folder.path + "/.patrol/journal.sqlite" }

  private static func run(_ statement: String, in folder: RosterFolderFixture) throws {
    let queue = try DatabaseQueue(path: journal(folder))
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF")
      try db.execute(sql: statement)
    }
    try queue.close()
  }

  private static func repair(_ folder: RosterFolderFixture, isDryRun: Bool = false) throws -> JournalRepair.Outcome {
    var options = SessionOptions(person: "Karimova")
    options.clock = { 7_000 }
    return try JournalRepair(of: JournalFolder(of: folder.path), options).run(isDryRun: isDryRun)
  }

  private static func inspection(_ folder: RosterFolderFixture) throws -> JournalInspection {
    try #require(try JournalInspection(of: JournalFolder(of: folder.path)))
  }

  /// The name and content of everything in the roster's folder.
  private static func contents(_ folder: RosterFolderFixture) throws -> [String: Data?] {
    var contents: [String: Data?] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      contents[name] = FileManager.default.contents(atPath: folder.path + "/" + name)
    }
    return contents
  }

  private static func position(_ number: Int64) -> JournalPosition { JournalPosition(number) }

  private static func mended(_ first: Int64, _ fault: MendedEntries.Fault, through last: Int64? = nil) -> String {
    let entries = MendedEntries(first: position(first), last: position(last ?? first), fault: fault)
    return "\(MendingStep.letStand(entries))"
  }

  @Test("finds nothing to do where all is sound")
  func sound() throws {
    let folder = try Self.folder()
    #expect(try Self.inspection(folder).faults.isEmpty)
    let before = try Self.contents(folder)
    #expect(try Self.repair(folder).steps.isEmpty)
    #expect(try Self.contents(folder) == before)
    let empty = try RosterFolderFixture()
    #expect(try Self.repair(empty).steps.isEmpty)
    #expect(try JournalInspection(of: JournalFolder(of: empty.path)) == nil)
  }

  @Test(
    "lets stand what cannot be known again, restores what can, and says and records each",
    arguments: [
      ("UPDATE entry SET person = 'Boss' WHERE position = 2", [mended(2, .changed)]),
      ("UPDATE entry SET kind = 'sorcery' WHERE position = 2", [mended(2, .unreadable)]),
      (
        "UPDATE entry SET seal = 'x' WHERE position IN (2, 3)",
        ["\(MendingStep.restoredSeal(position(2)))", "\(MendingStep.restoredSeal(position(3)))"]
      ),
      (
        "DELETE FROM entry WHERE position IN (2, 3)",
        [mended(2, .missing, through: 3), mended(4, .unproven), "\(MendingStep.droppedRows(2))"]
      ),
      ("DELETE FROM entry WHERE position = 5; DELETE FROM posting_change WHERE entry = 5", [mended(5, .missing)]),
      (
        "DELETE FROM entry WHERE position = 5; DELETE FROM posting_change WHERE entry = 5; "
          + "UPDATE sqlite_sequence SET seq = 4 WHERE name = 'entry'", [mended(5, .missing)]
      ),
      ("UPDATE checkpoint SET through = 1 WHERE number = 1", ["\(MendingStep.droppedCheckpoint(1))"]),
      ("INSERT INTO conflict VALUES (2, 7, 1, 'notThere', NULL)", ["\(MendingStep.droppedConflicts(1))"]),
    ])
  func mends(_ statement: String, _ expected: [String]) throws {
    let folder = try Self.folder()
    try Self.run(statement, in: folder)
    let damaged = try Data(contentsOf: URL(filePath: Self.journal(folder)))
    #expect(try !Self.inspection(folder).faults.isEmpty)
    let before = try Self.contents(folder).filter { !$0.key.hasSuffix("-shm") && !$0.key.hasSuffix("-wal") }
    #expect(try Self.repair(folder, isDryRun: true).steps.map(\.description) == expected)
    #expect(try Self.contents(folder).filter { !$0.key.hasSuffix("-shm") && !$0.key.hasSuffix("-wal") } == before)

    let outcome = try Self.repair(folder)
    let aside = MendingStep.keptAside(".patrol/journal.damaged-1.sqlite")
    #expect(outcome.steps.map(\.description) == ["\(aside)"] + expected)
    #expect(try Data(contentsOf: URL(filePath: folder.path + "/.patrol/journal.damaged-1.sqlite")) == damaged)
    let entry = try #require(outcome.entry)
    #expect(entry.position == Self.position(6) && entry.draft.kind == .repair && entry.at == 7_000)
    #expect(entry.author.person == "Karimova" && entry.author.origin?.user == NSUserName())
    #expect(try Self.inspection(folder).faults.isEmpty)
    #expect(try Self.repair(folder).steps.isEmpty)

    let session = try folder.session()
    #expect(session.access == .editing && session.notices.isEmpty)
    #expect(try session.entries(matching: EntryFilter()).last == entry)
    _ = try session.commit(Drafts.assign("u1", "n1-b", day: Drafts.day.advanced(by: 3)), basis: session.position)
    try session.close()
    #expect(try Self.inspection(folder).faults.isEmpty)
  }

  @Test("what a repair has let stand is known from then on, and damage to it is damage again")
  func pinned() throws {
    let folder = try Self.folder()
    try Self.run("UPDATE entry SET person = 'Boss' WHERE position = 2", in: folder)
    try Self.run("DELETE FROM entry WHERE position = 4", in: folder)
    _ = try Self.repair(folder)
    let chain = try Self.inspection(folder).audit.chain
    #expect(chain.broken.map(\.mendedBy) == [Self.position(6), Self.position(6)])
    #expect(chain.broken.map(\.description) == ["entry 2 is not as it was written", "entry 4 is missing"])
    // An entry that could not be checked for want of the one before counts again.
    let session = try folder.session()
    #expect(try session.history().undoable.map(\.position.number) == [1, 3, 5])
    try session.close()
    for statement in [
      "UPDATE entry SET person = 'Chief' WHERE position = 2", "UPDATE entry SET person = 'Chief' WHERE position = 5",
      "DELETE FROM entry WHERE position = 3", "DELETE FROM mended WHERE ordinal = 0",
    ] {
      let copy = try RosterFolderFixture()
      try FileManager.default.createDirectory(atPath: copy.path + "/.patrol", withIntermediateDirectories: true)
      try FileManager.default.copyItem(atPath: Self.journal(folder), toPath: Self.journal(copy))
      try Self.run(statement, in: copy)
      #expect(try !Self.inspection(copy).audit.chain.unmended.isEmpty, "\(statement)")
    }
  }

  @Test("an act that the tables do not hold yet comes back from the tail file as it was")
  func fromTail() throws {
    let folder = try Self.folder()
    var session: RosterSession? = try folder.session()
    let draft = Drafts.assign("u1", "n1-b", day: Drafts.day.advanced(by: 3))
    for draft in [draft, Drafts.assign("u2", "n1-a", day: Drafts.day.advanced(by: 4))] {
      _ = try #require(session).commit(draft, basis: .init(.max))
    }
    let postings = RosterFolderFixture.postings(of: try #require(session).roster)
    session = nil
    for statement in [
      "UPDATE posting_change SET unit = 'u3' WHERE entry = 6", "UPDATE entry SET kind = 'sorcery' WHERE position = 6",
      "DELETE FROM posting_change WHERE entry = 6; DELETE FROM entry WHERE position = 6",
    ] {
      try Self.run(statement, in: folder)
      #expect(try folder.session("Bek").access != .editing)
      let steps = try Self.repair(folder).steps
      #expect(steps.contains(.restoredEntry(Self.position(6))), "\(statement): \(steps)")
      let again = try folder.session("Bek")
      #expect(again.access == .editing && RosterFolderFixture.postings(of: again.roster) == postings, "\(statement)")
    }
  }

  @Test("of a file that SQLite cannot read what can be read is kept; of one that is none a new one is begun")
  func rebuilt() throws {
    let folder = try Self.folder()
    let whole = try Data(contentsOf: URL(filePath: Self.journal(folder)))
    for page in 0..<(whole.count / 4_096) {
      var bytes = whole
      bytes.replaceSubrange((page * 4_096)..<((page + 1) * 4_096), with: Data(repeating: 0xA5, count: 4_096))
      let copy = try RosterFolderFixture()
      for name in ["assignments.csv", "absences.csv", ".patrol-tail"] {
        try? FileManager.default.removeItem(atPath: copy.path + "/" + name)
        try? FileManager.default.copyItem(atPath: folder.path + "/" + name, toPath: copy.path + "/" + name)
      }
      try FileManager.default.createDirectory(atPath: copy.path + "/.patrol", withIntermediateDirectories: true)
      #expect(FileManager.default.createFile(atPath: Self.journal(copy), contents: bytes))
      let outcome = try Self.repair(copy)
      #expect(try Self.inspection(copy).faults.isEmpty, "page \(page)")
      #expect(try Self.repair(copy).steps.isEmpty, "page \(page)")
      let session = try copy.session()
      #expect(session.access == .editing && session.notices.isEmpty, "page \(page): \(session.notices)")
      #expect(try copy.postings() == folder.tabledPostings(), "page \(page)")
      #expect(session.position >= Self.position(5), "page \(page)")
      if !outcome.steps.isEmpty { #expect(session.position == Self.position(6), "page \(page)") }
      try session.close()
    }
  }

  @Test("bytes changed anywhere are mended or do no harm, and nothing traps")
  func flipped() throws {
    let folder = try Self.folder()
    let whole = try Data(contentsOf: URL(filePath: Self.journal(folder)))
    var random = SeededGenerator(seed: 11)
    for number in 0..<25 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        bytes[.random(in: 100..<bytes.count, using: &random)] ^= .random(in: 1...255, using: &random)
      }
      #expect(FileManager.default.createFile(atPath: Self.journal(folder), contents: bytes))
      for end in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: Self.journal(folder) + end) }
      _ = try Self.repair(folder)
      #expect(try Self.inspection(folder).faults.isEmpty, "try \(number)")
      #expect(try Self.repair(folder, isDryRun: true).steps.isEmpty, "try \(number)")
    }
  }

  @Test("what a program that was stopped had left half made is removed")
  func leftovers() throws {
    let folder = try Self.folder()
    for name in ["journal.unfinished.sqlite", "journal.unfinished.sqlite-wal", "journal.copying-7.sqlite"] {
      try folder.write(".patrol/" + name, "half")
    }
    #expect(try Self.inspection(folder).unfinished.count == 3)
    let outcome = try Self.repair(folder)
    #expect(outcome.steps.count == 3 && outcome.entry == nil)
    #expect(try Self.inspection(folder).unfinished.isEmpty)
  }

  @Test("a tail file that cannot be read, or is of other acts, is written anew; the other is kept")
  func tailFile() throws {
    let folder = try Self.folder()
    let tail = try folder.text(".patrol-tail")
    try folder.write(".patrol-tail", "nonsense")
    #expect(try Self.inspection(folder).faults == [".patrol-tail cannot be read"])
    #expect(try Self.repair(folder, isDryRun: true).steps == [.rewroteTail])
    #expect(try Self.repair(folder).steps == [.rewroteTail])
    #expect(try folder.text(".patrol-tail") == tail)
    let other = try Self.folder()
    try folder.write(".patrol-tail", other.text(".patrol-tail"))
    #expect(try !Self.inspection(folder).faults.isEmpty)
    #expect(try Self.repair(folder).steps == [.keptTailAside(".patrol/tail.unmatched-1"), .rewroteTail])
    #expect(try folder.text(".patrol-tail") == tail && Self.inspection(folder).faults.isEmpty)
  }

  @Test("a journal that is gone is begun again with what the tail file has")
  func gone() throws {
    let folder = try Self.folder()
    try FileManager.default.removeItem(atPath: folder.path + "/.patrol")
    let expected = [MendingStep.begunAnew.description, Self.mended(1, .missing, through: 5)]
    #expect(try Self.repair(folder, isDryRun: true).steps.map(\.description) == expected)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/.patrol"))
    #expect(try Self.repair(folder).steps.map(\.description) == expected)
    #expect(try Self.inspection(folder).faults.isEmpty)
    #expect(try folder.session().position == Self.position(6))
  }

  @Test("a journal of format 1 is repaired as one of this format")
  func older() throws {
    let folder = try RosterFolderFixture()
    try FormatOne.leave(in: folder)
    #expect(try Self.repair(folder, isDryRun: true).steps.isEmpty)
    #expect(try Self.inspection(folder).audit.format == 1)
    try Self.run("UPDATE entry SET name = 'x' WHERE position = 3", in: folder)
    #expect(try Self.inspection(folder).faults == ["entry 3 is not as it was written"])
    let outcome = try Self.repair(folder)
    #expect(outcome.steps.map(\.description).last == Self.mended(3, .changed))
    #expect(try Self.inspection(folder).audit.format == SQLiteJournal.format && Self.inspection(folder).faults.isEmpty)
  }
}
