extension RosterReplay {
  /// For each change the print of its unit's day as it stands: equal where the unit holds the same postings that day.
  ///
  /// 0 for a change that is not of a posting. The first call costs O(roster), each other O(changes).
  public mutating func prints(of changes: [RowChange]) -> [UInt64] {
    let prints = watchedDays()
    return changes.map { change in
      guard case .posting(let posting) = change else { return 0 }
      return prints[day: ids.assignment(posting.posting, nil, in: &roster)]
    }
  }

  /// The numbers of the changes whose unit's day is not what the entry's author saw.
  mutating func staleChanges(of entry: JournalEntry) -> Set<Int> {
    guard entry.seen.count == entry.draft.changes.count else { return [] }
    let now = prints(of: entry.draft.changes)
    return Set(now.indices.filter { now[$0] != entry.seen[$0] })
  }

  /// The numbers of the changes that there is nothing left to do for: the last change of the same row has its outcome.
  mutating func doneChanges(of changes: [RowChange]) -> Set<Int> {
    var last: [RowChange: RowChange] = [:]
    for change in changes { last[change.row] = change }
    return Set(changes.indices.filter { isDone(last[changes[$0].row] ?? changes[$0]) })
  }

  /// Whether the roster already says what the change would make it say.
  mutating func isDone(_ change: RowChange) -> Bool {
    switch change {
    case .posting(let change):
      let place = places[PostingKey(ids.assignment(change.posting, nil, in: &roster))]
      return place.map { PostingRemark(roster.assignments[$0], in: roster) } == change.new
    case .absence(let change):
      guard let absence = ids.absence(change, in: &roster) else { return false }
      return (index(of: absence) != nil) == change.isAdded
    case .publication(let change):
      let index = index(of: ids.publication(change, in: &roster))
      return change.isAdded ? index.map { says(change, $0) } ?? false : index == nil
    case .published(let name, let isAdded):
      let posting = ids.assignment(name, nil, in: &roster)
      return (watchPublished()[PostingKey(posting)] != nil) == isAdded
    }
  }

  /// Whether a change is of a posting that is not there.
  mutating func isMissing(_ change: RowChange) -> Bool {
    guard case .posting(let change) = change, change.old != nil else { return false }
    return places[PostingKey(ids.assignment(change.posting, nil, in: &roster))] == nil
  }

  private mutating func watchedDays() -> UnitDayPrints {
    if let prints { return prints }
    let fresh = UnitDayPrints(roster)
    prints = fresh
    return fresh
  }
}
