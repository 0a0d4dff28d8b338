/// The nodes of one member's row programme and the steps between them.
///
/// A node is a layer (the day to come), a lane (a state and an outer index) and a sum; a lane holds the sums in its
/// state's reach side by side, so that a step moves a span of sums at once.
struct RowChart {
  /// Where a row begins, and what it has cost by then, in units of cost.
  struct Start {
    var state: Int
    var outer: Int
    var cost: Int32
  }

  let plan: RowPlan
  let days: Int
  let states: Int
  let start: Start
  let scale: Int32
  let weekendPart: [RowModel.WeekendPart]
  let isOff: [Bool]
  let partWeekend: Int32?
  let forbidsPartWeekend: Bool

  typealias Span = (low: Int32, high: Int32)

  var lanes: Int { states * plan.outerCount }

  /// The first sum that a lane of a state holds.
  @inline(__always)
  func low(_ layer: Int, _ state: Int) -> Int32 { plan.reach[layer * states + state].low }

  /// The largest price of a cell that may be chosen, signs apart.
  func mostPrice(_ groupPrices: [Int32]) -> Int {
    var most = scale
    for price in groupPrices where price < RowProgramme.unreachable { most = max(most, abs(price)) }
    return Int(most)
  }

  /// What a day of a group costs in a state besides its price and outer axes, and whether it starts a weekend.
  @inline(__always)
  func day(_ day: Int, _ state: Int, works: Bool, _ step: RowPlan.Step) -> (cost: Int32, startsWeekend: Bool)? {
    switch weekendPart[day] {
    case .none: return (step.cost, false)
    case .first: return (step.cost, works)
    case .second:
      guard isOff[state] == works else { return (step.cost, false) }
      if forbidsPartWeekend { return nil }
      return (step.cost &+ (partWeekend ?? 0), works)
    }
  }

  /// Makes every step of a day from the nodes of its layer.
  func advance(
    _ day: Int, _ prices: UnsafeBufferPointer<Int32>, _ values: UnsafeMutablePointer<Int32>,
    _ spans: UnsafeMutablePointer<Span>, _ cut: RowCut?
  ) {
    let (outers, width, groups) = (plan.outerCount, plan.width, plan.groups.count)
    for state in 0..<states {
      let from = day * lanes + state * outers
      let low = low(day, state)
      var isOpen = false
      for outer in 0..<outers where spans[from + outer].low < spans[from + outer].high {
        if let cut { trim(day, state, outer, low, cut, values + (from + outer) * width, &spans[from + outer]) }
        isOpen = isOpen || spans[from + outer].low < spans[from + outer].high
      }
      guard isOpen else { continue }
      for index in 0..<groups {
        let price = prices[day * groups + index]
        let step = plan.steps[state * groups + index]
        let works = index != plan.offGroup
        if price >= RowProgramme.unreachable || step.next < 0 { continue }
        let (next, units) = (Int(step.next), plan.groups[index].units)
        let reach = plan.reach[(day + 1) * states + next]
        guard reach.low <= reach.high, let own = self.day(day, state, works: works, step) else { continue }
        let cost = price &+ own.cost &* scale
        let axis = plan.axis(startsWeekend: own.startsWeekend, tracked: plan.groups[index].tracked)
        let to = (day + 1) * lanes + next * outers
        for outer in 0..<outers {
          let span = spans[from + outer]
          if span.low >= span.high { continue }
          let leads = works ? plan.outerSteps[axis + outer] : OuterStep(next: Int32(outer), cost: 0)
          if leads.next < 0 { continue }
          let reached = (low: max(span.low &+ units, reach.low), high: min(span.high &+ units, reach.high &+ 1))
          if reached.low >= reached.high { continue }
          let lane = to + Int(leads.next)
          let goal = values + (lane * width - Int(reach.low))
          Self.open(reached, &spans[lane], goal)
          let source = values + ((from + outer) * width - Int(low) - Int(units))
          let full = cost &+ leads.cost &* scale
          var sum = Int(reached.low)
          while sum < Int(reached.high) {
            goal[sum] = min(goal[sum], source[sum] &+ full)
            sum &+= 1
          }
        }
      }
    }
  }

  /// Leaves out the first and last sums of a lane from which no row within the limit goes on.
  @inline(__always)
  private func trim(
    _ day: Int, _ state: Int, _ outer: Int, _ low: Int32, _ cut: RowCut, _ values: UnsafeMutablePointer<Int32>,
    _ span: inout Span
  ) {
    let room = cut.room(day * states + state, weekends: plan.weekends(outer))
    let price = Int(cut.sumPrice)
    while span.low < span.high, Int(values[Int(span.low &- low)]) + price * Int(span.low) > room { span.low &+= 1 }
    while span.low < span.high, Int(values[Int(span.high &- 1 &- low)]) + price * Int(span.high &- 1) > room {
      span.high &-= 1
    }
  }

  /// Widens the span of a lane, so that what is newly in it is unreached.
  @inline(__always)
  private static func open(_ reached: Span, _ span: inout Span, _ values: UnsafeMutablePointer<Int32>) {
    if span.low >= span.high {
      for sum in Int(reached.low)..<Int(reached.high) { values[sum] = RowProgramme.unreachable }
      span = reached
      return
    }
    if reached.low < span.low {
      for sum in Int(reached.low)..<Int(span.low) { values[sum] = RowProgramme.unreachable }
      span.low = reached.low
    }
    if reached.high > span.high {
      for sum in Int(span.high)..<Int(reached.high) { values[sum] = RowProgramme.unreachable }
      span.high = reached.high
    }
  }
}

/// A limit on what a row may cost, by which nodes are left out that no row within it goes through.
struct RowCut: Sendable {
  /// By day, then state: the least of what comes after, sums and weekends priced.
  let completion: [Int32]
  let sumPrice: Int32
  let weekendPrice: Int32
  /// What a row may cost, and what prices of sums and weekends charge beyond the truth.
  let room: Int

  /// What a node may have cost by now, the price of its sum included.
  @inline(__always)
  func room(_ place: Int, weekends: Int) -> Int { room - Int(completion[place]) - Int(weekendPrice) * weekends }
}
