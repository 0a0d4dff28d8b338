import RosterModel

/// Which entries of a journal are asked for; what is not given lets all through.
public struct EntryFilter: Hashable, Sendable {
  /// Those that change something of this unit.
  public var unit: String?
  /// Those that change this beat's postings.
  public var beat: String?
  /// Those that change this duty day's postings or publication.
  public var day: Day?
  /// Those that change postings of this shift.
  public var shift: String?
  /// Those of this person.
  public var person: String?
  /// Those not before this time, in milliseconds since 1970-01-01 00:00 UTC.
  public var since: Int64?
  /// Those not after this time.
  public var until: Int64?
  /// Those at these positions.
  public var among: [JournalPosition]?
  /// The one at this position.
  public var position: JournalPosition?
  /// At most so many, the latest; all where it is `nil`.
  public var limit: Int?

  /// All entries.
  public init() {}
}
