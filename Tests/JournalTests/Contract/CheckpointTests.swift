import Journal
import RosterModel
import Testing

@Suite("What every journal promises of checkpoints")
struct CheckpointTests {
  private func checkpoint(
    _ through: JournalPosition, _ print: String, isDone: Bool, origin: NewCheckpoint.Origin = .own
  ) -> NewCheckpoint {
    NewCheckpoint(
      at: 5, through: through, tables: TablePrints(prints: [print, "absent", "absent", "absent"]), origin: origin,
      isDone: isDone)
  }

  @Test(
    "the tail is what came after the last checkpoint that is done, and those planned since are candidates",
    arguments: JournalKind.all)
  func tail(kind: JournalKind) throws {
    let folder = try TemporaryFolder()
    let journal = try kind.open(folder.path)
    #expect(try journal.tail().candidates.isEmpty)
    let first = try #require(try journal.record(checkpoint(.start, "a", isDone: true), conflicts: [], after: 0))
    let one = try journal.add(Drafts.assign("u1", "n1-a"))
    let planned = try #require(
      try journal.record(checkpoint(one.position, "b", isDone: false), conflicts: [], after: first.number))
    let two = try journal.add(Drafts.assign("u2", "n1-a"))
    var tail = try journal.tail()
    #expect(tail.candidates.map(\.number) == [first.number, planned.number])
    #expect(tail.entries == [one, two])
    #expect(tail.end == two.position)
    try journal.finish(planned)
    tail = try kind.open(folder.path).tail()
    #expect(tail.candidates.map(\.number) == [planned.number])
    #expect(tail.candidates.map(\.isDone) == [true])
    #expect(tail.entries == [two])
    #expect(tail.lastCheckpoint == planned.number)
  }

  @Test("of two that record a checkpoint at once one is told to look again", arguments: JournalKind.all)
  func turns(kind: JournalKind) throws {
    let folder = try TemporaryFolder()
    let mine = try kind.open(folder.path)
    let theirs = try kind.open(folder.path)
    #expect(try mine.record(checkpoint(.start, "a", isDone: true), conflicts: [], after: 0) != nil)
    #expect(try theirs.record(checkpoint(.start, "b", isDone: true), conflicts: [], after: 0) == nil)
    #expect(try theirs.tail().candidates.map(\.tables.prints[0]) == ["a"])
  }

  @Test("conflicts are kept until somebody settles them", arguments: JournalKind.all)
  func conflicts(kind: JournalKind) throws {
    let folder = try TemporaryFolder()
    let journal = try kind.open(folder.path)
    let one = try journal.add(Drafts.everything)
    let two = try journal.add(Drafts.assign("u2", "n1-b"))
    let found = [
      ReplayConflict(position: one.position, ordinal: 4, change: one.draft.changes[4], fault: .differs),
      ReplayConflict(position: two.position, ordinal: 0, change: two.draft.changes[0], fault: .dayDiffers),
    ]
    let outside = try #require(
      try journal.record(checkpoint(.start, "x", isDone: true, origin: .outside), conflicts: found, after: 0))
    #expect(try journal.news(after: .start).outside == outside.number)
    #expect(try kind.open(folder.path).openConflicts() == found)
    var filter = EntryFilter()
    filter.among = try journal.openConflicts().positions
    #expect(try journal.entries(matching: filter) == [one, two])
    try journal.settle([found[0]], as: .dropped)
    #expect(try journal.openConflicts() == [found[1]])
    filter.among = try journal.openConflicts().positions
    #expect(try journal.entries(matching: filter) == [two])
    #expect(try journal.news(after: .start).entries == [one, two])
  }
}
