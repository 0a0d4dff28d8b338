/// A lower bound by Lagrangian relaxation: points have prices, and each row is made by itself for the best price.
///
/// With prices `p` and cover `c`, no roster costs less than
///
///     sum over points of min over c of (cost(c) + p c)  -  sum over rows of max over legal rows of (p of what is worked)
///
/// whatever the prices are (Geoffrion 1974). The rows are those of a ``RowDiagram``, which may allow more than the rules
/// do; relations of two counts and what rows cost themselves are left out, which is never negative. All is in integers, so
/// nothing is lost by rounding.
///
/// At prices of nothing it is what each point by itself proves, as ``CapacityBound``. Prices are raised pocket by pocket:
/// the lines that only some staff can fill, with those staff. A change is kept only where the bound gets better for it.
struct PriceBound: Sendable {
  /// What is bounded.
  enum Objective: Sendable {
    /// What a roster costs.
    case cost
    /// Units below what is preferred, all alike.
    case units
  }

  let objective: Objective
  let diagrams: RowDiagrams
  /// Prices are in such parts of a unit of the objective.
  let scale: Int
  /// By point.
  var prices: [Int32]
  /// What the best row of each member brings at the present prices.
  var rowValues: [Int]
  /// The bound, in parts of a unit.
  var scaled: Int
  /// Rows made so far.
  var rowCount = 0
  /// Cover that is there whatever is planned, and the most there can be, by point.
  private let fixed: [Int32]
  private let most: [Int32]
  var posts: BestPosts
  var values: [Int32]

  /// The bound; whole, since what is bounded is.
  var value: Int { (scaled + scale - 1) / scale }

  /// The bound at prices of nothing; `nil` where the numbers are too large.
  init?(_ objective: Objective, _ problem: Problem, _ model: Model, _ diagrams: RowDiagrams) {
    self.objective = objective
    self.diagrams = diagrams
    fixed = SearchState(problem, model).counts
    most = CapacityBound.most(fixed, model)
    prices = Array(repeating: 0, count: model.needs.count)
    rowValues = Array(repeating: 0, count: model.staffCount)
    posts = BestPosts(model)
    values = Array(repeating: 0, count: diagrams.diagrams.map(\.nodeCount).max() ?? 0)
    guard let scale = Self.scale(objective, model) else { return nil }
    self.scale = scale
    scaled = 0
    for point in model.needs.indices { scaled += pointValue(point, model) }
  }

  /// The finest parts of a unit in which the prices of a whole row can be summed up; `nil` where not even units can.
  private static func scale(_ objective: Objective, _ model: Model) -> Int? {
    let dearest = objective == .units ? 1 : model.weights.map { Int(max($0.missing, $0.short)) }.max() ?? 1
    let lines = model.options.items.map { Int($0.lineEnd - $0.lineStart) }.max() ?? 1
    let slots = (0...model.shiftCount).map { model.slots.range($0).count }.max() ?? 1
    let (sum, overflows) = max(1, dearest).multipliedReportingOverflow(
      by: max(1, lines) * max(1, slots) * model.dayCount)
    let largest = Int(-RowDiagram.impossible) / 4
    guard !overflows, sum <= largest else { return nil }
    var scale = 1
    while scale < 1 << 14 && sum * scale * 2 <= largest { scale *= 2 }
    return scale
  }

  /// What a unit too few or too many at a point counts.
  func weight(_ point: Int, _ model: Model) -> WeightEntry {
    let weight = model.weights[Int(model.needs[point].weights)]
    if objective == .cost { return weight }
    // Only what is wanted at all is a unit below it.
    let isWanted = weight.missing > 0 && weight.short > 0
    return WeightEntry(missing: isWanted ? 1 : 0, short: isWanted ? 1 : 0, surplus: 0)
  }

  /// The counts at which a point is cheapest at its price, fixed cells apart, and what it and the price come to there, in
  /// parts of a unit.
  ///
  /// What a point costs is linear between the numbers of its need, so it is cheapest at one of them.
  func cheapest(_ point: Int, _ model: Model) -> (counts: ClosedRange<Int32>, value: Int) {
    let need = model.needs[point]
    let weight = weight(point, model)
    var best: (counts: ClosedRange<Int32>, value: Int) = (0...0, .max)
    for number in [0, need.minimum, need.preferred, need.maximum, .max] {
      let count = max(fixed[point], min(most[point], number))
      var cost = Int(max(0, need.minimum - count)) * Int(weight.missing)
      cost += Int(max(0, need.preferred - max(count, need.minimum))) * Int(weight.short)
      cost += Int(max(0, count - need.maximum)) * Int(weight.surplus)
      let planned = count - fixed[point]
      let value = cost * scale + Int(prices[point]) * Int(planned)
      if value < best.value { best = (planned...planned, value) }
      if value == best.value { best.counts = best.counts.lowerBound...planned }
    }
    return best
  }

  private func pointValue(_ point: Int, _ model: Model) -> Int { cheapest(point, model).value }

  /// What each day and code of a member brings, the posts of its class having been found.
  func gains(of member: Int, _ codes: [UInt8], _ state: SearchState, _ model: Model) -> [Int32] {
    var gains = posts.gains
    for day in 0..<model.dayCount {
      let allowed = model.allowed[member * model.dayCount + day]
      let present = state.codes[member * model.rowLength + model.historyDays + day]
      for (column, code) in codes.enumerated() {
        let place = day * codes.count + column
        if allowed == 0 {
          gains[place] = code == present ? 0 : RowDiagram.impossible
        } else if (allowed >> UInt64(code)) & 1 == 0 {
          gains[place] = RowDiagram.impossible
        }
      }
    }
    return gains
  }
}
