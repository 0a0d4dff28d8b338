extension RowChange {
  /// Which row it is of, as a change that says nothing else.
  package var row: RowChange {
    switch self {
    case .posting(let change): return .posting(PostingChange(change.posting, old: nil, new: nil))
    case .absence(var change):
      change.isAdded = true
      return .absence(change)
    case .publication(let change):
      return .publication(
        PublicationChange(district: change.district, day: change.day, at: "", by: "", isAdded: true))
    case .published(let posting, _): return .published(posting, isAdded: true)
    }
  }

  /// What its row says afterwards, as the change that adds it; `nil` where the row is gone.
  var outcome: RowChange? {
    switch self {
    case .posting(let change):
      return change.new.map { .posting(PostingChange(change.posting, old: nil, new: $0)) }
    case .absence(let change): return change.isAdded ? self : nil
    case .publication(let change): return change.isAdded ? self : nil
    case .published(_, let isAdded): return isAdded ? self : nil
    }
  }
}
