extension SolveProgress {
  /// Where a search stands whose best roster has these counts by point.
  init(elapsed: Double, cost: Int, bound: Int, counts: [Int32], isValid: Bool = true, moves: Int, _ model: Model) {
    self.init(elapsed: elapsed, cost: cost, bound: bound, isValid: isValid, moves: moves)
    for (need, count) in zip(model.needs, counts) {
      missingUnits += Int(max(0, need.minimum - count))
      shortUnits += Int(max(0, need.preferred - max(count, need.minimum)))
    }
  }
}
