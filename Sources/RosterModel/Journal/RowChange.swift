/// A change of one row that people and plans may change, in ids: it means the same whatever numbers a roster gives them.
///
/// What the journal keeps, what desks tell each other, what the audit trail lists.
public enum RowChange: Hashable, Sendable {
  /// A posting added, taken away, or locked, unlocked or noted otherwise.
  case posting(PostingChange)
  /// An absence added or taken away.
  case absence(AbsenceChange)
  /// That a district's day was published added or taken away.
  case publication(PublicationChange)
  /// A posting added to what is published, or taken away.
  case published(PostingName, isAdded: Bool)
}

extension RowChange {
  /// Whether it is about what is published, and not about the roster itself.
  public var isOfPublication: Bool {
    switch self {
    case .posting, .absence: false
    case .publication, .published: true
    }
  }

  /// The change that undoes this one.
  public var inverse: RowChange {
    switch self {
    case .posting(let change): return .posting(PostingChange(change.posting, old: change.new, new: change.old))
    case .absence(var change):
      change.isAdded.toggle()
      return .absence(change)
    case .publication(var change):
      change.isAdded.toggle()
      return .publication(change)
    case .published(let posting, let isAdded): return .published(posting, isAdded: !isAdded)
    }
  }
}
