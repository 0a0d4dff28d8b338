import Coverage
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

/// What an act meets when its turn to be recorded comes: what others have done since its author looked, and the roster with
/// that.
public struct Meanwhile {
  /// What others have recorded, in order.
  public let entries: [JournalEntry]
  /// Whether the roster was read anew since it was opened, because another program has edited its tables.
  public let isReloaded: Bool
  /// The roster without the act.
  public let roster: Roster
  /// What stands where in it.
  public let grid: CoverageGrid

  /// Whether the roster is another than the one that the act was made for, as far as the journal tells.
  public var isOther: Bool { isReloaded || !entries.isEmpty }
}
