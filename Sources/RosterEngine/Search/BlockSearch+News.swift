extension BlockSearch {
  /// Makes the changes that a round has settled on, and turns to what has become urgent.
  mutating func takeOver(_ news: [[Change]], _ urgency: Urgency?, cost: Int, _ model: Model) {
    shortfalls.close()
    for changes in news { impose(changes, cost: cost, model) }
    if let urgency, renewal != nil { margins.take(urgency, searcher.state, model) }
  }
}
