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

  /// The price at which a count is right, if prices may lean away from one given by `pull` for each unit of lack.
  ///
  /// It solves `price = centre + pull * (n - count)` with `n` a cheapest count at the price: the proximal step of the
  /// dual.
  @inline(__always)
  func price(_ count: Double, near centre: Double, pull: Double) -> Double {
    let first = centre + pull * (Double(minimum) - count)
    if first >= Double(short) { return min(Double(max(missing, short)), first) }
    let second = centre + pull * (Double(preferred) - count)
    if second > Double(short) { return Double(short) }
    if second >= 0 { return second }
    let third = centre + pull * (Double(maximum) - count)
    return third > 0 ? 0 : max(-Double(surplus), third)
  }

  /// The counts `0...most` at which ``least(price:scale:most:)`` is reached.
  func cheapest(price: Int, scale: Int, most: Int) -> ClosedRange<Int> {
    let least = least(price: price, scale: scale, most: most)
    var range: ClosedRange<Int>?
    for corner in [0, minimum, preferred, maximum, most] {
      let count = min(most, max(0, corner))
      guard cost(count) * scale + price * count == least else { continue }
      range = min(range?.lowerBound ?? count, count)...max(range?.upperBound ?? count, count)
    }
    return range ?? 0...0
  }

  /// The point where a count is there already.
  func lessened(by count: Int) -> MasterPoint {
    MasterPoint(
      point: point, minimum: minimum - count, preferred: preferred - count, maximum: maximum - count,
      missing: missing, short: short, surplus: surplus)
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
