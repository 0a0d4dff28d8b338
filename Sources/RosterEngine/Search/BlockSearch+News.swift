extension BlockSearch {
  /// Makes the changes that a round has settled on.
  mutating func takeOver(_ news: [[Change]], cost: Int, _ model: Model) {
    for changes in news { searcher.impose(changes, cost: cost, model) }
  }
}
