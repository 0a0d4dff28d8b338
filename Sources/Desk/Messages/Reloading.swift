import RosterModel

/// A roster that is to be taken anew, because its tables were edited by another program.
public struct Reloading: Sendable {
  /// The roster as it is now: the tables, and over them what still applies of what was recorded.
  public var roster: Roster
  /// What reading the tables found.
  public var readingFindings: [Finding]
  /// The rows of them that could not be used.
  public var unusable = UnusableRows()
  /// How far along the journal the roster is.
  public var end: JournalPosition
  /// The latest entries of the journal, in their order.
  public var acts: RecordedActs
  /// Recorded changes that it lacks, and nobody has settled.
  public var conflicts: [ReplayConflict]
  /// The acts that they are of.
  public var conflictActs: [JournalEntry] = []
  /// What the dispatcher should know, for example which recorded changes no longer apply.
  public var notice: String

  /// A roster as it is now.
  public init(
    roster: Roster, readingFindings: [Finding], end: JournalPosition, acts: RecordedActs,
    conflicts: [ReplayConflict] = [],
    notice: String
  ) {
    self.roster = roster
    self.readingFindings = readingFindings
    self.end = end
    self.acts = acts
    self.conflicts = conflicts
    self.notice = notice
  }
}
