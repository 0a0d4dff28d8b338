extension Searcher {
  /// Makes the changes that a block proposes, as far as they still hold; returns those made.
  ///
  /// Another block may have changed the same cover since. Then the rows that do no harm are taken one by one.
  mutating func takeOver(_ outcome: BlockSearch.Outcome, slack: Int, _ model: Model) -> [[Change]] {
    if outcome.changes.isEmpty { return [] }
    move = outcome.changes
    if attempt(max(0, outcome.delta) + slack, model) { return [outcome.changes] }
    var made: [[Change]] = []
    var first = 0
    while first < outcome.changes.count {
      var end = first
      while end < outcome.changes.count && outcome.changes[end].member == outcome.changes[first].member { end += 1 }
      move = Array(outcome.changes[first..<end])
      if attempt(0, model) { made.append(move) }
      first = end
    }
    return made
  }
}
