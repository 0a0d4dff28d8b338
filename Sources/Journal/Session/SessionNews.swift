import RosterModel

/// What has happened to a roster since a session last asked.
public struct SessionNews: Sendable {
  /// What other desks and commands have recorded, in order; the session's roster has it.
  public var entries: [JournalEntry] = []
  /// Whether the roster must be taken anew from the session: its tables were edited outside.
  public var isReloaded = false
  /// What could not be replayed over those tables.
  public var conflicts: [ReplayConflict] = []

  /// No news.
  public init() {}
}
