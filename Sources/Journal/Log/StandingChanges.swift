import RosterModel

/// What a journal says that tables should have: it is asked for where they were edited outside.
public struct StandingChanges: Hashable, Sendable {
  /// For each row its last change, as what is lost where the tables do not have it, in the order of recording; without what
  /// is known not to be there.
  public var changes: [ReplayConflict] = []
  /// The conflicts that somebody has settled.
  public var settled: Set<ChangeMark> = []

  /// Nothing.
  public init() {}
}

/// The place of a change in a journal.
public struct ChangeMark: Hashable, Sendable {
  /// The entry.
  public var position: JournalPosition
  /// The number of the change in it, from 0.
  public var ordinal: Int

  /// A place.
  public init(position: JournalPosition, ordinal: Int) {
    self.position = position
    self.ordinal = ordinal
  }
}

extension ReplayConflict {
  /// The place of its change.
  var mark: ChangeMark { ChangeMark(position: position, ordinal: ordinal) }
}
