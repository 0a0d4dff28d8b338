import Foundation
import Journal
import RosterModel
import Testing

@Suite("What every journal promises of appending")
struct AppendingTests {
  @Test("entries come back in order, whole, also after the journal was opened again", arguments: JournalKind.all)
  func order(kind: JournalKind) throws {
    let folder = try TemporaryFolder()
    let journal = try kind.open(folder.path)
    let first = try journal.append(after: .start, key: nil) { _ in
      NewEntry(
        at: 1_765_000_000_123, author: Author(person: "Azíz\u{7}", session: "s-1"), draft: Drafts.everything,
        seen: [1, 0, 0, 0, .max, 0, 1 << 63])
    }
    let second = try journal.add(Drafts.assign("u2", "n1-a"))
    #expect(first.position < second.position)
    try journal.close()
    let again = try kind.open(folder.path)
    #expect(try again.news(after: .start).entries == [first, second])
    #expect(try again.news(after: first.position).entries == [second])
    #expect(try again.news(after: second.position).entries.isEmpty)
    let third = try again.add(Drafts.unassign("u2", "n1-a"))
    #expect(third.position > second.position)
  }

  @Test(
    "who decides sees what others have recorded since, and nothing is recorded where it refuses",
    arguments: JournalKind.all)
  func decide(kind: JournalKind) throws {
    let folder = try TemporaryFolder()
    let mine = try kind.open(folder.path)
    let theirs = try kind.open(folder.path)
    let entry = try theirs.add(Drafts.assign("u1", "n1-a"), by: "Bek")
    var seen: [JournalEntry] = []
    let refusal = EditRefusal.clash(unit: "u1", day: Drafts.day, with: entry)
    #expect(throws: refusal) {
      try mine.append(after: .start, key: nil) { news throws(EditRefusal) in
        seen = news.entries
        throw refusal
      }
    }
    #expect(seen == [entry])
    #expect(try mine.news(after: .start).entries == [entry])
  }

  @Test("what many writers append at once is all there, each in its own order", arguments: JournalKind.all)
  func writers(kind: JournalKind) async throws {
    let folder = try TemporaryFolder()
    try kind.open(folder.path).close()
    let path = folder.path
    try await withThrowingTaskGroup(of: [JournalPosition].self) { group in
      for writer in 0..<4 {
        group.addTask {
          let journal = try kind.open(path)
          return try (0..<25).map { number in
            try journal.add(Drafts.assign("u\(writer)-\(number)", "n1-a"), by: "w\(writer)").position
          }
        }
      }
      for try await positions in group { #expect(positions == positions.sorted()) }
    }
    let entries = try kind.open(path).news(after: .start).entries
    #expect(entries.count == 100)
    #expect(entries.map(\.position) == entries.map(\.position).sorted())
    for writer in 0..<4 {
      let own = entries.filter { $0.author.person == "w\(writer)" }.map(\.draft.name)
      #expect(own == (0..<25).map { "assign u\(writer)-\($0) to n1-a" })
    }
  }

  @Test("a filter finds entries by unit, cell, person, time and number", arguments: JournalKind.all)
  func filters(kind: JournalKind) throws {
    let folder = try TemporaryFolder()
    let journal = try kind.open(folder.path)
    _ = try journal.add(Drafts.assign("u1", "n1-a"), by: "Aziz", at: 10)
    _ = try journal.add(Drafts.everything, by: "Bek", at: 20)
    _ = try journal.add(Drafts.assign("u2", "n1-b", "B"), by: "Aziz", at: 30)
    func found(_ change: (inout EntryFilter) -> Void) throws -> [Int64] {
      var filter = EntryFilter()
      change(&filter)
      return try journal.entries(matching: filter).map(\.at)
    }
    #expect(try found { _ in } == [10, 20, 30])
    #expect(try found { $0.unit = "u2" } == [20, 30])
    #expect(try found { $0.beat = "n1-a" } == [10, 20])
    #expect(
      try found {
        $0.beat = "n1-b"
        $0.day = Drafts.day
        $0.shift = "B"
      } == [30])
    #expect(try found { $0.person = "Aziz" } == [10, 30])
    #expect(try found { $0.since = 20 } == [20, 30])
    #expect(try found { $0.until = 20 } == [10, 20])
    #expect(try found { $0.limit = 2 } == [20, 30])
    #expect(try found { $0.unit = "' OR 1 = 1 --" } == [])
  }

  @Test("what a person can undo and redo is told from the journal", arguments: JournalKind.all)
  func history(kind: JournalKind) throws {
    let folder = try TemporaryFolder()
    let journal = try kind.open(folder.path)
    let first = try journal.add(Drafts.assign("u1", "n1-a"))
    let second = try journal.add(Drafts.assign("u2", "n1-b"))
    _ = try journal.add(Drafts.assign("u3", "n1-b"), by: "Bek")
    _ = try journal.add(Drafts.undo(second))
    var history = try journal.history(of: "Aziz", limit: 100)
    #expect(history.undoable == [first])
    #expect(history.redoable == [second])
    let again = try journal.add(Drafts.redo(second))
    history = try journal.history(of: "Aziz", limit: 100)
    #expect(history.undoable == [first, again])
    #expect(history.redoable.isEmpty)
    _ = try journal.add(Drafts.undo(again))
    _ = try journal.add(Drafts.undo(first))
    history = try journal.history(of: "Aziz", limit: 100)
    #expect(history.undoable.isEmpty)
    #expect(history.redoable == [again, first])
    let fresh = try journal.add(Drafts.assign("u2", "n2-a"))
    history = try journal.history(of: "Aziz", limit: 100)
    #expect(history.undoable == [fresh])
    #expect(history.redoable.isEmpty)
  }

  @Test(
    "an act of a key is recorded once; asked for again, what was recorded is the answer", arguments: JournalKind.all)
  func keys(kind: JournalKind) throws {
    let folder = try TemporaryFolder()
    let journal = try kind.open(folder.path)
    var draft = Drafts.assign("u1", "n1-a")
    (draft.key, draft.request) = ("import 2026-12-05 #1", "assign\tu1 to n1-a")
    let entry = try journal.add(draft)
    #expect(entry.draft.key == draft.key && entry.draft.request == draft.request)
    #expect(try journal.entry(key: "import 2026-12-05 #1") == entry)
    #expect(try journal.entry(key: "import 2026-12-05 #2") == nil)
    let others = try kind.open(folder.path)
    for again in [draft, EntryDraft(name: "another", changes: [], key: draft.key)] {
      #expect(throws: EditRefusal.alreadyRecorded(entry)) {
        try others.append(after: .start, key: again.key) { _ in
          Issue.record("looked at an act that is recorded")
          return NewEntry(at: 1, author: Author(person: "Bek", session: "b"), draft: again)
        }
      }
    }
    for _ in 0..<2 { _ = try others.add(Drafts.assign("u2", "n1-a")) }
    #expect(try journal.news(after: .start).entries.count == 3)
  }

  @Test(
    "who acted by the system's account is kept beside the person, and each seal vouches for what came before",
    arguments: JournalKind.all)
  func origins(kind: JournalKind) throws {
    let folder = try TemporaryFolder()
    let journal = try kind.open(folder.path)
    let origin = SystemOrigin(user: "root", host: "desk-2", terminal: "/dev/pts/3")
    var recorded: [JournalEntry] = []
    for origin in [origin, nil] {
      recorded.append(
        try journal.append(after: .start, key: nil) { _ in
          NewEntry(
            at: 1, author: Author(person: "Aziz", session: "s", origin: origin), draft: Drafts.everything,
            seen: [1, 5, 5, 5, 2, 5, 3])
        })
    }
    #expect(try journal.news(after: .start).entries == recorded)
    #expect(recorded.map(\.author.origin) == [origin, nil])
    #expect(recorded[0].seal == EntrySeal(recorded[0], after: .start))
    #expect(recorded[1].seal == EntrySeal(recorded[1], after: recorded[0].seal))
  }
}
