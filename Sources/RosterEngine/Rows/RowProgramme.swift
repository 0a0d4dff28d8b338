/// Finds a member's cheapest row under prices of single cells, exactly: a shortest path over the days.
///
/// A node is a day, a state of the ``RowAutomaton``, the weekends worked, the tracked shift counts, and the sum of
/// minutes (or days) so far. For the sum only values that can be reached, and from which a hard limit can still be kept,
/// are looked at. Shift counts are tracked for a member only once a row has broken one (decremental state space
/// relaxation: Righini, Salani 2008). The time is days times states times groups of codes times values of the sums.
struct RowProgramme: Sendable {
  static let unreachable: Int32 = 1 << 29
  /// 600 MB of layers, and what tracking counts may make of them.
  private static let mostCells = 150_000_000
  private static let mostTrackedCells = 60_000_000

  let rows: RowModel
  /// Codes of each cell, see ``RowModel/choices(_:_:)``.
  let choices: [UInt64]
  /// Minutes, or days, in one step of the sum, by code.
  let units: [Int32]
  let isMinutes: Bool
  let unit: Int32
  var plans: [RowPlan?]
  /// Outer values times sums from which a guide to the end saves more than it costs.
  var leastGuided = 60

  // Of the layer after day `d`: costs by state, outer index, sum; and the span of sums reached.
  var values: [Int32] = []
  var spans: [(low: Int32, high: Int32)] = []
  var groupPrices: [Int32] = []
  var groupCodes: [UInt8] = []

  /// `nil` when sums cannot be held in one axis.
  init?(_ rows: RowModel, _ model: Model, choices: [UInt64]) {
    self.rows = rows
    self.choices = choices
    let usesMinutes = rows.totals.contains { !$0.minutes.isEmpty }
    let usesDays = rows.totals.contains { !$0.days.isEmpty }
    let weekendsFit = rows.totals.allSatisfy { $0.weekends.count <= 1 && $0.weekends.allSatisfy(\.isMaximum) }
    let countsFit = rows.totals.allSatisfy { $0.shifts.allSatisfy { $0.limit.isMaximum && $0.limit.weight == nil } }
    guard !(usesMinutes && usesDays), weekendsFit, countsFit else { return nil }
    isMinutes = usesMinutes
    var units: [Int32] = [0]
    var common: Int32 = 0
    for code in 1...model.shiftCount {
      let first = model.times[model.historyDays * model.shiftCount + code - 1].minutes
      for day in model.historyDays..<model.rowLength
      where usesMinutes && model.times[day * model.shiftCount + code - 1].minutes != first { return nil }
      units.append(usesMinutes ? first : usesDays ? 1 : 0)
      common = Self.divisor(common, units[code])
    }
    unit = max(1, common)
    let step = unit
    self.units = units.map { $0 / step }
    plans = Array(repeating: nil, count: model.staffCount)
    let most = Int(self.units.max() ?? 0) * model.dayCount
    guard most <= 20_000 else { return nil }
    var checked = Set<Int32>()
    for member in 0..<model.staffCount where checked.insert(model.ruleSet[member]).inserted {
      let plan = RowPlan(member, tracked: [], self, model)
      guard cells(plan.outerCount, width: plan.width, member, model) <= Self.mostCells else { return nil }
      plans[member] = plan
    }
  }

  private static func divisor(_ a: Int32, _ b: Int32) -> Int32 { b == 0 ? a : divisor(b, a % b) }

  /// The cheapest row by codes, and its cost times `scale`, prices included.
  struct Answer: Sendable {
    var codes: [UInt8]
    var cost: Int
    /// No row costs less; below ``cost`` only where counts were too many to track.
    var bound: Int
  }

  /// The cheapest row of a member.
  ///
  /// - Parameter prices: By day, then code; ``unreachable`` rules a cell out. In units of cost over `scale`.
  /// - Returns: `nil` if no row that keeps the hard rules was found; then there is none, unless a count is too much to
  ///   track.
  mutating func solve(_ member: Int, prices: [Int32], scale: Int32, _ model: Model) -> Answer? {
    while true {
      let plan = plan(of: member, model)
      guard let answer = shortestPath(member, plan, prices, scale, model) else { return nil }
      guard let broken = plan.brokenCount(answer.codes) else { return answer }
      let tracked = plan.tracked + [broken]
      guard cells(plan.outerCount(tracking: tracked), width: plan.width, member, model) <= Self.mostTrackedCells
      else { return discouraging(member, plan, prices, scale, bound: answer.cost, model) }
      plans[member] = RowPlan(member, tracked: tracked, self, model)
    }
  }

  /// A good row that keeps shift counts too many to track: what is worked too often is priced up until it is not.
  private mutating func discouraging(
    _ member: Int, _ plan: RowPlan, _ prices: [Int32], _ scale: Int32, bound: Int, _ model: Model
  ) -> Answer? {
    var dearer = prices
    let codes = model.shiftCount + 1
    var step = 2 * scale
    for _ in 0..<24 {
      guard let answer = shortestPath(member, plan, dearer, scale, model) else { return nil }
      guard let broken = plan.brokenCount(answer.codes) else {
        guard let own = rows.cost(of: answer.codes, member: member, model) else { return nil }
        let priced = answer.codes.enumerated().reduce(own * Int(scale)) { sum, cell in
          sum + Int(prices[cell.offset * codes + Int(cell.element)])
        }
        return Answer(codes: answer.codes, cost: priced, bound: bound)
      }
      for day in 0..<model.dayCount where dearer[day * codes + broken] < Self.unreachable {
        dearer[day * codes + broken] += step
      }
      step = min(step * 2, 1000 * scale)
    }
    return nil
  }

  /// Numbers the layers of a plan hold.
  private func cells(_ outerCount: Int, width: Int, _ member: Int, _ model: Model) -> Int {
    let states = rows.automata[Int(model.ruleSet[member])].stateCount
    return [outerCount, width, model.dayCount + 1].reduce(states) { product, factor in
      let next = product.multipliedReportingOverflow(by: factor)
      return next.overflow ? .max : next.partialValue
    }
  }

  private mutating func plan(of member: Int, _ model: Model) -> RowPlan {
    if let plan = plans[member] { return plan }
    let plan = RowPlan(member, tracked: [], self, model)
    plans[member] = plan
    return plan
  }
}
