import RosterModel

/// What tells the roster from its tables.
public struct JournalTail: Hashable, Sendable {
  /// The checkpoints that the tables may be of, in their order: the latest that is done, and those planned after it.
  public var candidates: [Checkpoint]
  /// The entries after the first of them, in their order.
  public var entries: [JournalEntry]
  /// The latest checkpoint's number; 0 for none.
  public var lastCheckpoint: Int64
  /// The number of the latest checkpoint of tables that were edited outside; 0 for none.
  public var outside: Int64
  /// How many of the entries, the last ones, the journal has lost and are known from the roster's tail file.
  public var recovered = 0
  /// What the tables should have, where they are of none of the checkpoints.
  public var standing = StandingChanges()

  /// Of no journal.
  static let none = JournalTail(candidates: [], entries: [], lastCheckpoint: 0, outside: 0)

  /// The position of the last entry.
  public var end: JournalPosition { entries.last?.position ?? candidates.first?.through ?? .start }
}
