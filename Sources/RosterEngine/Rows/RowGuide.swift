/// What completing a row costs at least, from every day and state: the row programme without its sums and weekends.
///
/// Sum and weekends are priced in place of counted (a Lagrangian relaxation), so that for a row `s` of sum `n` and `w`
/// weekends, with end costs `E` and `W`,
///
///     cost(s) + E(n) + W(w)  >=  cost(s) + μn - max(μm - E(m)) + νw - max(νv - W(v))
///
/// whatever μ and ν (0 <= ν <= a soft weekend's weight). The right side is a shortest path over days and states alone.
struct RowGuide: Sendable {
  /// By day, then state: the least of what comes after, sums and weekends priced.
  private let completion: [Int32]
  private let sumPrice: Int32
  private let weekendPrice: Int32
  /// What the two maxima above come to.
  private let constant: Int
  /// No row costs less.
  let floor: Int

  /// Leaves out what no row of at most `limit` goes through.
  func cut(at limit: Int) -> RowCut {
    RowCut(completion: completion, sumPrice: sumPrice, weekendPrice: weekendPrice, room: limit + constant)
  }

  /// Searches for prices with a high floor, each in turn.
  ///
  /// Linear in days times states times groups, a dozen times over.
  init(_ relaxation: RowRelaxation) {
    var best = relaxation.point(0, 0)
    for (turn, tries) in Self.tries.enumerated() {
      if turn.isMultiple(of: 2) {
        best = Self.climb(best, tries, by: relaxation.mostPrice, lowest: .min, at: \.sumPrice, slope: \.sumSlope) {
          relaxation.point($0, best.weekendPrice)
        }
      } else {
        best = Self.climb(
          best, tries, by: relaxation.mostWeekendPrice, lowest: 0, at: \.weekendPrice, slope: \.weekendSlope
        ) { relaxation.point(best.sumPrice, $0) }
      }
    }
    completion = best.completion
    (sumPrice, weekendPrice) = (best.sumPrice, best.weekendPrice)
    (constant, floor) = (best.constant, best.floor)
  }

  private static let tries = [5, 4, 3]

  /// The best point met along one price: the next one is where the tangents of the last on either side meet, which for
  /// so few corners soon is the top.
  private static func climb(
    _ start: RowRelaxation.Point, _ tries: Int, by most: Int32, lowest: Int32,
    at price: KeyPath<RowRelaxation.Point, Int32>, slope: KeyPath<RowRelaxation.Point, Int>,
    point: (Int32) -> RowRelaxation.Point
  ) -> RowRelaxation.Point {
    let rise = start[keyPath: slope]
    if rise == 0 || most <= 0 || start.floor >= Int(RowProgramme.unreachable) { return start }
    let first = start[keyPath: price]
    let end = rise > 0 ? first + most : max(lowest, first - most)
    if end == first { return start }
    var best = start
    var (near, far) = (start, point(end))
    for _ in 0..<tries {
      if far.floor > best.floor { best = far }
      let (a, b) = (near[keyPath: slope], far[keyPath: slope])
      if b == 0 || (a > 0) == (b > 0) { break }
      // near.floor + a (p - near) = far.floor + b (p - far)
      let meeting =
        (far.floor - near.floor + a * Int(near[keyPath: price]) - b * Int(far[keyPath: price])) / (a - b)
      let next = Int32(clamping: meeting)
      if next == near[keyPath: price] || next == far[keyPath: price] { break }
      let middle = point(next)
      if middle.floor > best.floor { best = middle }
      if middle[keyPath: slope] == 0 { break }
      if (middle[keyPath: slope] > 0) == (a > 0) { near = middle } else { far = middle }
    }
    return best
  }
}

/// A member's row programme with sum and weekends priced in place of counted; see ``RowGuide``.
struct RowRelaxation {
  let chart: RowChart
  /// By day, then group.
  let groupPrices: [Int32]
  /// The steps of every state that break no hard rule.
  private let steps: Spread<Step>

  private struct Step {
    let group: Int32
    let next: Int32
    /// Times the scale.
    let cost: Int32
  }

  init(chart: RowChart, groupPrices: [Int32]) {
    (self.chart, self.groupPrices) = (chart, groupPrices)
    let groups = chart.plan.groups.count
    var steps = Spread<Step>()
    for state in 0..<chart.states {
      steps.append(
        (0..<groups).compactMap { group in
          let step = chart.plan.steps[state * groups + group]
          return step.next < 0
            ? nil : Step(group: Int32(group), next: step.next, cost: step.cost &* chart.scale)
        })
    }
    self.steps = steps
  }

  /// The relaxation at some prices: its value, where it rises, and what is left to pay from each node.
  struct Point {
    let sumPrice: Int32
    let weekendPrice: Int32
    let completion: [Int32]
    let constant: Int
    let floor: Int
    /// Above zero where a higher price gives a higher floor, below zero where a lower one does.
    let sumSlope: Int
    let weekendSlope: Int
  }

  /// Beyond it a price of a sum tells nothing new.
  var mostPrice: Int32 { Int32(min(chart.mostPrice(groupPrices), 1 << 22)) }

  var mostWeekendPrice: Int32 {
    guard chart.plan.weekendValues > 0 else { return 0 }
    return chart.plan.weekendWeight.map { $0 &* chart.scale } ?? mostPrice
  }

  func point(_ sumPrice: Int32, _ weekendPrice: Int32) -> Point {
    let (plan, states, groups) = (chart.plan, chart.states, chart.plan.groups.count)
    var completion = [Int32](repeating: 0, count: (chart.days + 1) * states)
    var choice = [UInt8](repeating: 0, count: chart.days * states)
    var prices = groupPrices
    for index in prices.indices where prices[index] < RowProgramme.unreachable {
      prices[index] &+= sumPrice &* plan.groups[index % groups].units
    }
    for day in stride(from: chart.days - 1, through: 0, by: -1) {
      let part = chart.weekendPart[day]
      let (after, today) = ((day + 1) * states, day * groups)
      for state in 0..<states {
        var least = RowProgramme.unreachable
        var chosen: Int32 = 0
        for index in Int(steps.starts[state])..<Int(steps.starts[state + 1]) {
          let step = steps.items[index]
          // Twice what cannot be reached is still a number.
          var cost = prices[today + Int(step.group)] &+ step.cost &+ completion[after + Int(step.next)]
          if part != .none {
            let works = Int(step.group) != plan.offGroup
            if part == .first {
              if works { cost &+= weekendPrice }
            } else if chart.isOff[state] == works {
              if chart.forbidsPartWeekend { continue }
              cost &+= (chart.partWeekend ?? 0) &* chart.scale &+ (works ? weekendPrice : 0)
            }
          }
          if cost < least { (least, chosen) = (cost, step.group) }
        }
        completion[day * states + state] = least
        choice[day * states + state] = UInt8(truncatingIfNeeded: chosen)
      }
    }
    let row = walk(choice)
    let (sumEnd, weekendEnd) = (sumEnd(Int(sumPrice)), weekendEnd(Int(weekendPrice)))
    let first = completion[chart.start.state]
    let worked = plan.weekends(chart.start.outer)
    let paid = Int(chart.start.cost) * Int(chart.scale) + Int(weekendPrice) * worked
    let constant = sumEnd.most + weekendEnd.most
    return Point(
      sumPrice: sumPrice, weekendPrice: weekendPrice, completion: completion, constant: constant,
      floor: first >= RowProgramme.unreachable ? Int(RowProgramme.unreachable) : Int(first) + paid - constant,
      sumSlope: slope(row.sum, sumEnd), weekendSlope: slope(row.weekends + worked, weekendEnd))
  }

  private func slope(_ value: Int, _ end: (most: Int, low: Int, high: Int)) -> Int {
    value > end.high ? value - end.high : min(0, value - end.low)
  }

  /// The sum and the weekends of the cheapest row.
  private func walk(_ choice: [UInt8]) -> (sum: Int, weekends: Int) {
    let plan = chart.plan
    var state = chart.start.state
    var (sum, weekends) = (0, 0)
    for day in 0..<chart.days {
      let index = Int(choice[day * chart.states + state])
      let step = plan.steps[state * plan.groups.count + index]
      guard step.next >= 0, let own = chart.day(day, state, works: index != plan.offGroup, step) else { break }
      if own.startsWeekend { weekends += 1 }
      sum += Int(plan.groups[index].units)
      state = Int(step.next)
    }
    return (sum, weekends)
  }

  /// The most that a sum's price brings over its end cost, and the sums at which it does.
  private func sumEnd(_ price: Int) -> (most: Int, low: Int, high: Int) {
    var best = (most: Int.min, low: 0, high: 0)
    for (sum, cost) in chart.plan.endCosts.enumerated() where cost < RowProgramme.unreachable {
      best = Self.better(best, price * sum - Int(cost) * Int(chart.scale), sum)
    }
    return best
  }

  private func weekendEnd(_ price: Int) -> (most: Int, low: Int, high: Int) {
    guard chart.plan.weekendValues > 0 else { return (0, 0, .max) }
    // Above the axis' last value either nothing is right, or each costs at least its price.
    let last = chart.plan.weekendValues - 1
    return price == 0 ? (0, 0, last) : (price * last, last, last)
  }

  private static func better(
    _ best: (most: Int, low: Int, high: Int), _ value: Int, _ at: Int
  ) -> (most: Int, low: Int, high: Int) {
    if value > best.most { return (value, at, at) }
    return value == best.most ? (value, best.low, at) : best
  }
}
