extension RowProgramme {
  /// The shortest path over the days with the axes of a plan.
  mutating func shortestPath(
    _ member: Int, _ plan: RowPlan, _ prices: [Int32], _ scale: Int32, _ model: Model
  ) -> Answer? {
    let ruleSet = Int(model.ruleSet[member])
    let automaton = rows.automata[ruleSet]
    let totals = rows.totals[ruleSet]
    let states = automaton.stateCount
    let width = plan.most + 1
    let lanes = states * plan.outerCount
    let layer = lanes * width
    let days = model.dayCount
    let needed = layer * (days + 1)
    if values.count < needed { values = Array(repeating: Self.unreachable, count: needed) }
    if spans.count < lanes * (days + 1) {
      spans = Array(repeating: (0, 0), count: lanes * (days + 1))
    }
    for index in 0..<(lanes * (days + 1)) { spans[index] = (0, 0) }
    choosePrices(member, plan, prices, model)
    guard let start = startLane(member, plan, totals) else { return nil }
    spans[start.lane] = (0, 1)
    let startCost = start.cost &* scale
    values[start.lane * width] = startCost

    // Taken out for the while, so that they are changed in place beside what is read.
    var (values, spans) = (self.values, self.spans)
    (self.values, self.spans) = ([], [])
    values.withUnsafeMutableBufferPointer { values in
      spans.withUnsafeMutableBufferPointer { spans in
        for day in 0..<days {
          let from = day * lanes
          let to = from + lanes
          for state in 0..<states {
            for outer in 0..<plan.outerCount {
              let lane = from + state * plan.outerCount + outer
              let span = spans[lane]
              if span.low >= span.high { continue }
              for (index, group) in plan.groups.enumerated() {
                let price = groupPrices[day * plan.groups.count + index]
                if price >= Self.unreachable { continue }
                guard
                  let step = step(state, outer, group, day, price, scale, plan, automaton, totals)
                else { continue }
                let reach = plan.reach[(day + 1) * states + step.state]
                let low = max(span.low &+ group.units, reach.low)
                let high = min(span.high &+ group.units, reach.high &+ 1)
                if low >= high { continue }
                let target = to + step.state * plan.outerCount + step.outer
                Self.open(target, low, high, &spans[target], values, width)
                let source = values.baseAddress.map { $0 + lane * width - Int(group.units) }
                let goal = values.baseAddress.map { $0 + target * width }
                guard let source, let goal else { continue }
                var sum = Int(low)
                while sum < Int(high) {
                  let cost = source[sum] &+ step.cost
                  goal[sum] = min(goal[sum], cost)
                  sum &+= 1
                }
              }
            }
          }
        }
      }
    }
    (self.values, self.spans) = (values, spans)
    return trace(member, plan, scale, automaton, totals, model)
  }

  /// Widens the span of a lane, so that what is newly in it is unreached.
  @inline(__always)
  private static func open(
    _ lane: Int, _ low: Int32, _ high: Int32, _ span: inout (low: Int32, high: Int32),
    _ values: UnsafeMutableBufferPointer<Int32>, _ width: Int
  ) {
    let base = lane * width
    if span.low >= span.high {
      for sum in Int(low)..<Int(high) { values[base + sum] = unreachable }
      span = (low, high)
      return
    }
    if low < span.low {
      for sum in Int(low)..<Int(span.low) { values[base + sum] = unreachable }
      span.low = low
    }
    if high > span.high {
      for sum in Int(span.high)..<Int(high) { values[base + sum] = unreachable }
      span.high = high
    }
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
  private func startLane(_ member: Int, _ plan: RowPlan, _ totals: RowTotals) -> (lane: Int, cost: Int32)? {
    let first = Int(rows.startState[member]) * plan.outerCount
    var cost: Int32 = 0
    if let limit = totals.weekends.first, limit.value < 0 {
      guard let weight = limit.weight else { return nil }
      cost = -limit.value * Int32(weight)
    }
    guard plan.weekendValues > 0, rows.startWeekends[member] > 0 else { return (first, cost) }
    let outer = plan.outer(0, startsWeekend: true, tracked: -1, &cost)
    return outer < 0 ? nil : (first + outer, cost)
  }

  /// Where a group of codes leads on a day, and at what cost.
  @inline(__always)
  func step(
    _ state: Int, _ outer: Int, _ group: RowPlan.Group, _ day: Int, _ price: Int32, _ scale: Int32, _ plan: RowPlan,
    _ automaton: RowAutomaton, _ totals: RowTotals
  ) -> (state: Int, outer: Int, cost: Int32)? {
    let index = state * automaton.codeCount + group.first
    guard automaton.breach[index].isNone else { return nil }
    var own = automaton.cost[index]
    var startsWeekend = false
    let works = group.first != 0
    switch rows.weekendPart[day] {
    case .none: break
    case .first: startsWeekend = works
    case .second:
      let wasOff = automaton.isOff[state]
      startsWeekend = works && wasOff
      if wasOff == works {
        if totals.forbidsPartWeekend { return nil }
        own &+= totals.partWeekend ?? 0
      }
    }
    let after = works ? plan.outer(outer, startsWeekend: startsWeekend, tracked: group.tracked, &own) : outer
    if after < 0 { return nil }
    return (Int(automaton.next[index]), after, own &* scale &+ price)
  }

  /// The cheapest end, and the row that led there.
  private func trace(
    _ member: Int, _ plan: RowPlan, _ scale: Int32, _ automaton: RowAutomaton, _ totals: RowTotals, _ model: Model
  ) -> Answer? {
    let width = plan.most + 1
    let lanes = automaton.stateCount * plan.outerCount
    // Prices below zero may have lowered what is unreached a little.
    var best = (cost: Int(Self.unreachable / 2), lane: -1, sum: 0)
    for lane in 0..<lanes {
      let span = spans[model.dayCount * lanes + lane]
      for sum in Int(span.low)..<max(Int(span.low), Int(span.high)) where plan.endCosts[sum] < Self.unreachable {
        let cost =
          Int(values[(model.dayCount * lanes + lane) * width + sum]) + Int(plan.endCosts[sum]) * Int(scale)
        if cost < best.cost { best = (cost, lane, sum) }
      }
    }
    guard best.lane >= 0 else { return nil }
    var codes = [UInt8](repeating: 0, count: model.dayCount)
    var (lane, sum) = (best.lane, best.sum)
    for day in stride(from: model.dayCount - 1, through: 0, by: -1) {
      let cost = values[((day + 1) * lanes + lane) * width + sum]
      guard let back = predecessor(of: lane, sum, cost, day, plan, scale, automaton, totals) else { return nil }
      codes[day] = back.code
      (lane, sum) = (back.lane, back.sum)
    }
    return Answer(codes: codes, cost: best.cost, bound: best.cost)
  }

  /// A step into a node that explains its cost.
  private func predecessor(
    of lane: Int, _ sum: Int, _ cost: Int32, _ day: Int, _ plan: RowPlan, _ scale: Int32, _ automaton: RowAutomaton,
    _ totals: RowTotals
  ) -> (lane: Int, sum: Int, code: UInt8)? {
    let width = plan.most + 1
    let lanes = automaton.stateCount * plan.outerCount
    let (state, outer) = (lane / plan.outerCount, lane % plan.outerCount)
    for (index, group) in plan.groups.enumerated() {
      let price = groupPrices[day * plan.groups.count + index]
      let before = sum - Int(group.units)
      if price >= Self.unreachable || before < 0 { continue }
      for from in 0..<automaton.stateCount where automaton.step(from, group.first) == state {
        for fromOuter in 0...outer {
          let source = from * plan.outerCount + fromOuter
          let span = spans[day * lanes + source]
          guard before >= Int(span.low), before < Int(span.high),
            let step = step(from, fromOuter, group, day, price, scale, plan, automaton, totals), step.outer == outer,
            values[(day * lanes + source) * width + before] &+ step.cost == cost
          else { continue }
          return (source, before, groupCodes[day * plan.groups.count + index])
        }
      }
    }
    return nil
  }
}
