/// A point as the master sees it: limits less what comes from outside, and weights.
struct MasterPoint: Sendable {
  /// Its index among the model's points.
  let point: Int
  let minimum: Int
  let preferred: Int
  let maximum: Int
  let missing: Int
  let short: Int
  let surplus: Int

  /// What a count costs.
  func cost(_ count: Int) -> Int {
    max(0, minimum - count) * missing + max(0, preferred - max(count, minimum)) * short
      + max(0, count - maximum) * surplus
  }

  /// The least of `cost(n) * scale + price * n` over the counts `0...most`: a convex function, so a corner of it.
  func least(price: Int, scale: Int, most: Int) -> Int {
    var least = Int.max
    for corner in [0, minimum, preferred, maximum, most] {
      let count = min(most, max(0, corner))
      least = min(least, cost(count) * scale + price * count)
    }
    return least
  }

  /// The points of a model whose count can cost anything.
  static func all(_ model: Model) -> [MasterPoint] {
    model.needs.indices.compactMap { point in
      let need = model.needs[point]
      let weights = model.weights[Int(need.weights)]
      let outside = model.outside.isEmpty ? 0 : Int(model.outside[point])
      guard weights.missing > 0 || weights.short > 0 || weights.surplus > 0 else { return nil }
      return MasterPoint(
        point: point, minimum: Int(need.minimum) - outside, preferred: Int(need.preferred) - outside,
        maximum: min(1_000_000, Int(need.maximum)) - outside, missing: Int(weights.missing), short: Int(weights.short),
        surplus: Int(weights.surplus))
    }
  }
}
