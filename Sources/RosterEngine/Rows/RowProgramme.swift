/// Finds a member's cheapest row under prices of single cells, exactly: a shortest path over the days.
///
/// A node is a day, a state of the ``RowAutomaton``, the weekends worked, the tracked shift counts, and the sum of
/// minutes (or days) so far. For the sum only values that can be reached, and from which a hard limit can still be
/// kept, are looked at. Shift counts are tracked for a member only once a row has broken one (decremental state space
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

extension RowProgramme {
  /// The shortest path over the days with the axes of a plan.
  mutating func shortestPath(
    _ member: Int, _ plan: RowPlan, _ prices: [Int32], _ scale: Int32, _ model: Model
  ) -> Answer? {
    choosePrices(member, plan, prices, model)
    guard let start = start(member, plan) else { return nil }
    let ruleSet = Int(model.ruleSet[member])
    let chart = RowChart(
      plan: plan, days: model.dayCount, states: rows.automata[ruleSet].stateCount, start: start, scale: scale,
      weekendPart: rows.weekendPart, isOff: rows.automata[ruleSet].isOff,
      partWeekend: rows.totals[ruleSet].partWeekend,
      forbidsPartWeekend: rows.totals[ruleSet].forbidsPartWeekend)
    guard plan.outerCount * plan.width >= leastGuided else { return sweep(chart, nil) }
    let guide = RowGuide(RowRelaxation(chart: chart, groupPrices: groupPrices))
    guard guide.floor < Int(Self.unreachable) else { return nil }
    // A row within the limit is the cheapest of all, since nothing on its way was left out. In the public sets the
    // cheapest lies within a third of the dearest cell above the floor, and mostly much nearer.
    var slack = max(1, chart.mostPrice(groupPrices) / 16)
    for _ in 0..<4 {
      let limit = guide.floor + slack
      if let answer = sweep(chart, guide.cut(at: limit)), answer.cost <= limit { return answer }
      slack *= 4
    }
    return sweep(chart, nil)
  }

  /// The layers from the first day to the last, and the row that ends cheapest.
  private mutating func sweep(_ chart: RowChart, _ cut: RowCut?) -> Answer? {
    let lanes = chart.lanes
    let width = chart.plan.width
    let needed = lanes * width * (chart.days + 1)
    if values.count < needed { values = Array(repeating: Self.unreachable, count: needed) }
    if spans.count < lanes * (chart.days + 1) {
      spans = Array(repeating: (0, 0), count: lanes * (chart.days + 1))
    }
    let groupPrices = groupPrices
    // Raw storage: the inner loop reads one lane and writes another of the same array, without checks.
    values.withUnsafeMutableBufferPointer { values in
      spans.withUnsafeMutableBufferPointer { spans in
        groupPrices.withUnsafeBufferPointer { prices in
          guard let values = values.baseAddress, let spans = spans.baseAddress else { return }
          for index in 0..<(lanes * (chart.days + 1)) { spans[index] = (0, 0) }
          let first = chart.start.state * chart.plan.outerCount + chart.start.outer
          guard chart.low(0, chart.start.state) == 0 else { return }
          spans[first] = (0, 1)
          values[first * width] = chart.start.cost &* chart.scale
          for day in 0..<chart.days { chart.advance(day, prices, values, spans, cut) }
        }
      }
    }
    return trace(chart)
  }

  /// The cheapest code of each group on each day.
  private mutating func choosePrices(_ member: Int, _ plan: RowPlan, _ prices: [Int32], _ model: Model) {
    let count = plan.groups.count
    groupPrices = Array(repeating: Self.unreachable, count: model.dayCount * count)
    groupCodes = Array(repeating: 0, count: model.dayCount * count)
    for day in 0..<model.dayCount {
      let choices = choices[member * model.dayCount + day]
      for (index, group) in plan.groups.enumerated() {
        var rest = group.codes & choices
        while rest != 0 {
          let code = rest.trailingZeroBitCount
          rest &= rest - 1
          let price = prices[day * (model.shiftCount + 1) + code]
          if price < groupPrices[day * count + index] {
            groupPrices[day * count + index] = price
            groupCodes[day * count + index] = UInt8(code)
          }
        }
      }
    }
  }

  /// Where a member's row begins, and what weekends before the period cost already.
  private func start(_ member: Int, _ plan: RowPlan) -> RowChart.Start? {
    var start = RowChart.Start(state: Int(rows.startState[member]), outer: 0, cost: 0)
    if plan.weekendLimit < 0 {
      guard let weight = plan.weekendWeight else { return nil }
      start.cost = -plan.weekendLimit * weight
    }
    guard plan.weekendValues > 0, rows.startWeekends[member] > 0 else { return start }
    let step = plan.outerSteps[plan.axis(startsWeekend: true, tracked: -1)]
    if step.next < 0 { return nil }
    start.outer = Int(step.next)
    start.cost += step.cost
    return start
  }

  /// The cheapest end of the layers as they stand, and the row that led there.
  func trace(_ chart: RowChart) -> Answer? {
    let plan = chart.plan
    let (lanes, width) = (chart.lanes, plan.width)
    // Prices below zero may have lowered what is unreached a little.
    var best = (cost: Int(Self.unreachable / 2), lane: -1, sum: 0)
    for lane in 0..<lanes {
      let span = spans[chart.days * lanes + lane]
      if span.low >= span.high { continue }
      let base = (chart.days * lanes + lane) * width - Int(chart.low(chart.days, lane / plan.outerCount))
      for sum in Int(span.low)..<Int(span.high) where plan.endCosts[sum] < Self.unreachable {
        let cost = Int(values[base + sum]) + Int(plan.endCosts[sum]) * Int(chart.scale)
        if cost < best.cost { best = (cost, lane, sum) }
      }
    }
    guard best.lane >= 0 else { return nil }
    var codes = [UInt8](repeating: 0, count: chart.days)
    var node = Node(state: best.lane / plan.outerCount, outer: best.lane % plan.outerCount, sum: best.sum)
    for day in stride(from: chart.days - 1, through: 0, by: -1) {
      guard let back = predecessor(of: node, day, chart) else { return nil }
      codes[day] = groupCodes[day * plan.groups.count + back.group]
      node = back.node
    }
    return Answer(codes: codes, cost: best.cost, bound: best.cost)
  }

  private struct Node {
    var state: Int
    var outer: Int
    var sum: Int
  }

  private func value(_ layer: Int, _ node: Node, _ chart: RowChart) -> Int32 {
    let lane = layer * chart.lanes + node.state * chart.plan.outerCount + node.outer
    return values[lane * chart.plan.width + node.sum - Int(chart.low(layer, node.state))]
  }

  /// A node of the day's layer, and the group of codes by which it leads to a node of the next at just its cost.
  private func predecessor(of node: Node, _ day: Int, _ chart: RowChart) -> (node: Node, group: Int)? {
    let plan = chart.plan
    let cost = value(day + 1, node, chart)
    for (index, group) in plan.groups.enumerated() {
      let price = groupPrices[day * plan.groups.count + index]
      let before = node.sum - Int(group.units)
      if price >= Self.unreachable || before < 0 { continue }
      let works = index != plan.offGroup
      for source in plan.sources.items[plan.sources.range(index * chart.states + node.state)] {
        let state = Int(source)
        let step = plan.steps[state * plan.groups.count + index]
        guard let own = chart.day(day, state, works: works, step) else { continue }
        let axis = plan.axis(startsWeekend: own.startsWeekend, tracked: group.tracked)
        for outer in 0...node.outer {
          let leads = works ? plan.outerSteps[axis + outer] : OuterStep(next: Int32(outer), cost: 0)
          guard Int(leads.next) == node.outer else { continue }
          let span = spans[day * chart.lanes + state * plan.outerCount + outer]
          guard before >= Int(span.low), before < Int(span.high) else { continue }
          let from = Node(state: state, outer: outer, sum: before)
          if value(day, from, chart) &+ price &+ (own.cost &+ leads.cost) &* chart.scale == cost {
            return (from, index)
          }
        }
      }
    }
    return nil
  }
}
