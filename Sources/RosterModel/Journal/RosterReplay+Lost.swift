extension RosterReplay {
  /// Which changes the roster does not have.
  ///
  /// O(changes), but for absences and publications, each of which is looked for among the roster's.
  ///
  /// - Parameter standing: for each row the change that was its last.
  public func lost(of standing: [ReplayConflict]) -> [ReplayConflict] {
    // A copy, because to look up an id that no table defines makes it a stray of the roster.
    var copy = self
    return standing.filter { !copy.isDone($0.change) }
  }

  /// What makes the roster say what changes would have made it say, whatever it says by now.
  ///
  /// Where several are of the same row, the last counts. A row that says so already is left out.
  public func changes(doingAgain conflicts: [ReplayConflict]) -> [RowChange] {
    var copy = self
    var rows: [RowChange] = []
    var wanted: [RowChange: RowChange] = [:]
    for conflict in conflicts {
      let row = conflict.change.row
      if wanted.updateValue(conflict.change, forKey: row) == nil { rows.append(row) }
    }
    return rows.flatMap { copy.changes(of: $0, to: wanted[$0]?.outcome) }
  }

  private mutating func changes(of row: RowChange, to outcome: RowChange?) -> [RowChange] {
    let standing = state(of: row)
    guard standing != outcome else { return [] }
    if case .posting(let posting) = row {
      return [.posting(PostingChange(posting.posting, old: standing?.remark, new: outcome?.remark))]
    }
    return [standing?.inverse, outcome].compactMap { $0 }
  }
}

extension RowChange {
  /// What a posting says that the change adds.
  fileprivate var remark: PostingRemark? {
    if case .posting(let change) = self { change.new } else { nil }
  }
}
