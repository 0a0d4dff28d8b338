import RosterModel

/// What was recorded after a position.
public struct JournalNews: Hashable, Sendable {
  /// The entries, in their order.
  public var entries: [JournalEntry]
  /// The number of the latest checkpoint of tables that were edited outside; 0 for none.
  ///
  /// Where it grows, the roster is no longer what the entries alone make it.
  public var outside: Int64
  /// What is no longer as it was recorded; only whoever appends is told, others get an error.
  public var broken: [BrokenEntry] = []

  /// What was recorded.
  public init(entries: [JournalEntry] = [], outside: Int64 = 0) {
    self.entries = entries
    self.outside = outside
  }
}
