/// The axes of a row programme beside the sum: weekends worked, and each tracked shift count, as one index.
struct OuterAxes: Sendable {
  /// Values of the weekend axis, 0 without one; weekends above the last value cost ``weekendWeight`` each, or are ruled
  /// out without a weight.
  let weekendValues: Int
  let weekendWeight: Int32?
  let countLimits: [Int32]
  /// Values of all axes together.
  let size: Int

  /// Where a worked day leads: for each tracked count or none, and for a day that starts a weekend or not, by index.
  var steps: [OuterStep] {
    var steps: [OuterStep] = []
    for tracked in -1..<countLimits.count {
      for startsWeekend in [false, true] {
        for index in 0..<size { steps.append(step(index, startsWeekend: startsWeekend, tracked: tracked)) }
      }
    }
    return steps
  }

  private func step(_ start: Int, startsWeekend: Bool, tracked: Int) -> OuterStep {
    var index = start
    var cost: Int32 = 0
    if startsWeekend && weekendValues > 0 {
      if index % weekendValues == weekendValues - 1 {
        guard let weekendWeight else { return OuterStep(next: -1, cost: 0) }
        cost = weekendWeight
      } else {
        index += 1
      }
    }
    if tracked >= 0 {
      let step = countLimits[..<tracked].reduce(max(1, weekendValues)) { $0 * (Int($1) + 1) }
      let limit = Int(countLimits[tracked])
      if index / step % (limit + 1) == limit { return OuterStep(next: -1, cost: 0) }
      index += step
    }
    return OuterStep(next: Int32(index), cost: cost)
  }
}
