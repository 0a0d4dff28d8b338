import RosterModel

/// An act as it goes into the journal, which gives it its position.
public struct NewEntry: Hashable, Sendable {
  /// When, in milliseconds since 1970-01-01 00:00 UTC.
  public var at: Int64
  /// Who.
  public var author: Author
  /// What.
  public var draft: EntryDraft
  /// For each change the print of its unit's day before the entry, as in `JournalEntry.seen`.
  public var seen: [UInt64]

  /// An act.
  public init(at: Int64, author: Author, draft: EntryDraft, seen: [UInt64] = []) {
    self.at = at
    self.author = author
    self.draft = draft
    self.seen = seen
  }
}
