extension RowProgramme {
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
