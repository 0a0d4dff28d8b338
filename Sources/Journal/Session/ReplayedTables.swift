import RosterFolder
import RosterModel

/// The roster that a folder's tables and the journal's tail make together.
struct ReplayedTables {
  /// The tables as they are in the folder.
  let snapshot: FolderSnapshot
  /// The roster at the journal's end.
  var replay: RosterReplay
  /// The journal's end.
  let position: JournalPosition
  /// The checkpoint that the tables are of; `nil` where they were edited outside, or the journal has none yet.
  let base: Checkpoint?
  /// How far the tables are known to hold the journal.
  let through: JournalPosition
  /// The changes that do not apply to tables that were edited outside.
  let conflicts: [ReplayConflict]

  /// Whether the tables are of no checkpoint that the journal knows.
  var isOutside: Bool { base == nil }

  /// Replays a tail over tables; `nil` where no roster could be read.
  init?(_ snapshot: FolderSnapshot, _ tail: JournalTail) {
    guard let tables = snapshot.roster else { return nil }
    self.snapshot = snapshot
    position = tail.end
    base = Self.base(of: snapshot, in: tail)
    through = Self.through(base, tail)
    let entries = tail.entries.filter { [through] in $0.position > through }
    let isOutside = base.map { $0.origin == .outside } ?? true
    var replay = RosterReplay(tables)
    conflicts = isOutside ? replay.replay(overOutsideEdits: entries) : entries.flatMap { replay.replay($0) }
    self.replay = replay
  }

  /// How far tables of a checkpoint, or of none, are known to hold the journal.
  static func through(_ base: Checkpoint?, _ tail: JournalTail) -> JournalPosition {
    base?.through ?? tail.candidates.first(where: \.isDone)?.through ?? .start
  }

  /// The latest checkpoint that the tables are of.
  static func base(of snapshot: FolderSnapshot, in tail: JournalTail) -> Checkpoint? {
    let tables = TablePrints(snapshot)
    return tail.candidates.last { $0.tables == tables }
  }
}

extension ReplayedTables {
  /// How often tables and journal are read again while they do not fit, and how long between, in microseconds.
  private static let attempts = 6
  private static let pause: UInt32 = 30_000

  /// Reads the tables of a folder and the journal's tail of the same moment.
  ///
  /// Another program may put a checkpoint in place between the two: then they are read again.
  static func read(
    _ read: () throws(FolderError) -> FolderSnapshot, _ journal: some RosterJournal
  ) throws -> (snapshot: FolderSnapshot, tail: JournalTail) {
    var before = try journal.tail()
    for attempt in 0..<attempts {
      if attempt > 0 { FolderWait.pause(pause) }
      let snapshot = try read()
      let tail = try journal.tail()
      let isQuiet = before.lastCheckpoint == tail.lastCheckpoint && tail.candidates.allSatisfy(\.isDone)
      if base(of: snapshot, in: tail) != nil || isQuiet || attempt == attempts - 1 { return (snapshot, tail) }
      before = tail
    }
    return (try read(), before)
  }
}
