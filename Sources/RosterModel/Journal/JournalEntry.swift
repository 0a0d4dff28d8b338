/// An act that the journal has recorded: durable, and in its place among all others.
public struct JournalEntry: Hashable, Sendable {
  /// Its place; positions grow, and none is given twice.
  public var position: JournalPosition
  /// When, in milliseconds since 1970-01-01 00:00 UTC by the clock of whoever made it: for people, never for order.
  public var at: Int64
  /// Who made it.
  public var author: Author
  /// What was done.
  public var draft: EntryDraft
  /// For each change of a posting the print of its unit's day before the entry, as `RosterReplay.prints(of:)` gives it;
  /// empty where nobody noted it.
  public var seen: [UInt64]
  /// What vouches for it and for all entries before it; `EntrySeal.start` where the journal has no seals.
  public var seal: EntrySeal

  /// A recorded act.
  public init(
    position: JournalPosition, at: Int64, author: Author, draft: EntryDraft, seen: [UInt64] = [],
    seal: EntrySeal = .start
  ) {
    self.position = position
    self.at = at
    self.author = author
    self.draft = draft
    self.seen = seen
    self.seal = seal
  }
}
