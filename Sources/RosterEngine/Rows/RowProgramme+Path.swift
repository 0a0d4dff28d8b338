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
    // A row within the limit is the cheapest of all, since nothing on its way was left out. In the public sets the cheapest
    // lies within a third of the dearest cell above the floor, and mostly much nearer.
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
}
