/// Finds a member's cheapest row under prices of single cells, exactly: a shortest path over the days.
///
/// A node is a day, a state of the ``RowAutomaton``, the weekends worked, the tracked shift counts, and the sum of
/// minutes (or days) so far. For the sum only values that can be reached, and from which a hard limit can still be kept,
/// are looked at. Shift counts are tracked for a member only once a row has broken one (decremental state space
/// relaxation: Righini, Salani 2008). The time is days times states times groups of codes times values of the sums.
struct RowProgramme: Sendable {
  static let unreachable: Int32 = 1 << 29

  let rows: RowModel
  /// Codes of each cell, see ``RowModel/choices(_:_:)``.
  let choices: [UInt64]
  /// Minutes, or days, in one step of the sum, by code.
  let units: [Int32]
  let isMinutes: Bool
  let unit: Int32
  var plans: [RowPlan?]

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
  }

  private static func divisor(_ a: Int32, _ b: Int32) -> Int32 { b == 0 ? a : divisor(b, a % b) }

  /// The cheapest row by codes, and its cost times `scale`, prices included.
  struct Answer: Sendable {
    var codes: [UInt8]
    var cost: Int
    /// Whether every shift count is kept, which the search for the row may have left out.
    var isExact: Bool
  }

  /// The cheapest row of a member.
  ///
  /// - Parameters:
  ///   - prices: By day, then code; ``unreachable`` rules a cell out. In units of cost over `scale`.
  ///   - isRelaxed: Whether a row that breaks shift counts will do: for bounds.
  /// - Returns: `nil` if the member has no row that keeps the hard rules.
  mutating func solve(
    _ member: Int, prices: [Int32], scale: Int32, isRelaxed: Bool = false, _ model: Model
  ) -> Answer? {
    while true {
      let plan = plan(of: member, model)
      guard let answer = shortestPath(member, plan, prices, scale, model) else { return nil }
      let broken = plan.countLimits.filter { limit in
        answer.codes.count { Int($0) == limit.code } > Int(limit.most) && !plan.tracked.contains(limit.code)
      }
      guard let worst = broken.first else { return answer }
      if isRelaxed { return Answer(codes: answer.codes, cost: answer.cost, isExact: false) }
      plans[member] = RowPlan(member, tracked: plan.tracked + [worst.code], self, model)
    }
  }

  private mutating func plan(of member: Int, _ model: Model) -> RowPlan {
    if let plan = plans[member] { return plan }
    let plan = RowPlan(member, tracked: [], self, model)
    plans[member] = plan
    return plan
  }
}
