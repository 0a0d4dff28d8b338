extension RosterReplay {
  /// Applies what still applies of entries to a roster whose tables were edited outside since.
  ///
  /// A row that the entries together leave as they had found it stays as the tables have it, and is no conflict: what was
  /// done and undone has nothing to say any more.
  ///
  /// O(roster) once, then O(changes).
  ///
  /// - Returns: the changes that do not apply, in the order of the entries.
  public mutating func replay(overOutsideEdits entries: [JournalEntry]) -> [ReplayConflict] {
    let idle = Self.idleRows(of: entries)
    let states = idle.map { state(of: $0) }
    var conflicts = entries.flatMap { replay($0, overOutsideEdits: true) }
    guard !idle.isEmpty else { return conflicts }
    for (row, state) in zip(idle, states) { restore(row, to: state) }
    let rows = Set(idle)
    conflicts.removeAll { rows.contains($0.change.row) }
    return conflicts
  }

  /// The rows that entries change and in the end leave as they had found them, in the order of their first change.
  private static func idleRows(of entries: [JournalEntry]) -> [RowChange] {
    var rows: [RowChange] = []
    var first: [RowChange: RowChange] = [:]
    var last: [RowChange: RowChange] = [:]
    for change in entries.flatMap(\.draft.changes) {
      let row = change.row
      if first[row] == nil {
        first[row] = change
        rows.append(row)
      }
      last[row] = change
    }
    return rows.filter { first[$0]?.inverse.outcome == last[$0]?.outcome }
  }

  /// What a row says, as the change that adds it; `nil` where there is no such row.
  mutating func state(of row: RowChange) -> RowChange? {
    switch row {
    case .posting(let change):
      let place = places[PostingKey(ids.assignment(change.posting, nil, in: &roster))]
      return place.map {
        .posting(PostingChange(change.posting, old: nil, new: PostingRemark(roster.assignments[$0], in: roster)))
      }
    case .absence(let change):
      return ids.absence(change, in: &roster).flatMap { index(of: $0) } == nil ? nil : row
    case .publication(var change):
      guard let index = index(of: ids.publication(change, in: &roster)) else { return nil }
      (change.at, change.by) = (roster.publications[index].at, roster.publications[index].by)
      return .publication(change)
    case .published(let name, _):
      return watchPublished()[PostingKey(ids.assignment(name, nil, in: &roster))] == nil ? nil : row
    }
  }

  private mutating func restore(_ row: RowChange, to state: RowChange?) {
    let standing = self.state(of: row)
    guard standing != state else { return }
    do {
      if let standing { _ = try apply(standing.inverse) }
      if let state { _ = try apply(state) }
    } catch {
      preconditionFailure("a row cannot be made what it was: \(row)")
    }
  }
}
