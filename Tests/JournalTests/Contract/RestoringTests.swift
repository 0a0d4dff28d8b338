import Journal
import RosterModel
import Testing

@Suite("What every journal promises of what it has lost")
struct RestoringTests {
  /// A journal with a checkpoint after so many of its entries, and what was kept of it since.
  private func begun(
    _ kind: JournalKind, _ folder: String, before: Int, after: Int
  ) throws -> (journal: any RosterJournal, kept: KeptTail) {
    let journal = try kind.open(folder)
    var last = JournalPosition.start
    for number in 0..<before { last = try journal.add(Drafts.assign("u\(number)", "n1-a")).position }
    let start = NewCheckpoint(
      at: 5, through: last, tables: TablePrints(prints: ["p", "absent", "absent", "absent"]), isDone: true)
    _ = try journal.record(start, conflicts: [], after: 0)
    var kept = KeptTail(start: start, startSeal: try journal.seal(at: last))
    for number in 0..<after { kept.entries.append(try journal.add(Drafts.assign("v\(number)", "n1-b"))) }
    return (journal, kept)
  }

  @Test("a journal that has it all is left as it is", arguments: JournalKind.all)
  func whole(kind: JournalKind) throws {
    let folder = try TemporaryFolder()
    let (journal, kept) = try begun(kind, folder.path, before: 2, after: 3)
    let more = try journal.add(Drafts.assign("w", "n1-a"))
    #expect(try #require(try journal.restore(kept)).isEmpty)
    #expect(try journal.news(after: kept.start.through).entries == kept.entries + [more])
  }

  @Test(
    "the entries that it lacks are put back as they were recorded, and it goes on after them",
    arguments: JournalKind.all)
  func shorter(kind: JournalKind) throws {
    let (folder, other) = (try TemporaryFolder(), try TemporaryFolder())
    let kept = try begun(kind, folder.path, before: 2, after: 3).kept
    let short = try begun(kind, other.path, before: 2, after: 0).journal
    // The same acts at the same times by the same persons have the same seals.
    try #require(try short.seal(at: kept.start.through) == kept.startSeal)
    #expect(try short.restore(kept) == LostEntries(entries: kept.entries, isGap: false))
    #expect(try short.news(after: kept.start.through).entries == kept.entries)
    #expect(try short.tail().candidates.count == 1)
    #expect(try short.add(Drafts.assign("w", "n1-a")).position > kept.end)
  }

  @Test(
    "one that was made anew has the entries and the checkpoint before them, and gives no position twice",
    arguments: JournalKind.all, [0, 3])
  func fresh(kind: JournalKind, after: Int) throws {
    let (folder, other) = (try TemporaryFolder(), try TemporaryFolder())
    let kept = try begun(kind, folder.path, before: 2, after: after).kept
    let fresh = try kind.open(other.path)
    #expect(try fresh.restore(kept) == LostEntries(entries: kept.entries, isGap: true))
    let tail = try fresh.tail()
    #expect(tail.candidates.map(\.content) == [kept.start])
    #expect(tail.entries == kept.entries)
    #expect(try fresh.seal(at: kept.end) == kept.endSeal)
    let next = try fresh.add(Drafts.assign("w", "n1-a"))
    #expect(next.position > kept.end)
    #expect(try fresh.entries(matching: EntryFilter()) == kept.entries + [next])
    #expect(try #require(try fresh.restore(kept)).isEmpty)
  }

  @Test("a journal of other acts is left as it is", arguments: JournalKind.all)
  func other(kind: JournalKind) throws {
    let (folder, other) = (try TemporaryFolder(), try TemporaryFolder())
    let kept = try begun(kind, folder.path, before: 2, after: 3).kept
    let journal = try kind.open(other.path)
    var entries: [JournalEntry] = []
    for number in 0..<4 { entries.append(try journal.add(Drafts.assign("x\(number)", "n1-b"))) }
    #expect(try journal.restore(kept) == nil)
    #expect(try journal.entries(matching: EntryFilter()) == entries)
  }
}
