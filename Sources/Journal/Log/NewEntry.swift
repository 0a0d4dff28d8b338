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

  /// The prints as a journal keeps them: for postings only, and for all of them or none.
  var notedPrints: [UInt64] {
    let hasPostings = draft.changes.contains(where: \.isOfPosting)
    if hasPostings, seen.count != draft.changes.count { return [] }
    return draft.changes.enumerated().map { index, change in change.isOfPosting ? seen[index] : 0 }
  }
}

extension RowChange {
  fileprivate var isOfPosting: Bool {
    if case .posting = self { true } else { false }
  }
}
