/// Computes the cost of a roster from scratch, straight from the problem.
///
/// It shares no code with the search and is written to be plainly right rather than fast, so that the two can be held
/// against each other.
public struct Evaluator: Sendable {
  let problem: Problem

  /// Creates an evaluator of rosters of a problem without a fault; see ``Problem/firstFault()``.
  public init(_ problem: Problem) {
    self.problem = problem
  }

  /// The cost of a roster in the layout of ``Solution/assignments``.
  ///
  /// - Precondition: it has `staff.count * dayCount` cells, with shifts and posts that the problem knows.
  public func cost(of assignments: [Assignment?]) -> CostBreakdown {
    var cost = CostBreakdown()
    addCover(assignments, to: &cost)
    var past = Array(repeating: [Int: Assignment](), count: problem.staff.count)
    for item in problem.history { past[item.staff][item.day] = item.assignment }
    let wishes = Dictionary(grouping: problem.requests, by: \.staff)
    var shares = Array(repeating: [(Balance, Int)](), count: problem.staff.count)
    for balance in problem.balances {
      for member in balance.members { shares[member.staff].append((balance, member.target)) }
    }
    for (index, member) in problem.staff.enumerated() {
      let cells = assignments[(index * problem.dayCount)..<((index + 1) * problem.dayCount)]
      var days = (-problem.historyDayCount..<0).map { past[index][$0] }
      days.append(contentsOf: cells)
      let row = EvaluatedRow(problem: problem, member: member, days: days)
      row.addContract(to: &cost)
      row.addCells(requests: wishes[index] ?? [], to: &cost)
      for (balance, target) in shares[index] { row.add(balance, target: target, to: &cost) }
      if !problem.reference.isEmpty {
        for (day, assignment) in cells.enumerated()
        where assignment != problem.reference[index * problem.dayCount + day] {
          cost.add(cost: problem.changeWeight, to: .change)
        }
      }
    }
    return cost
  }

  private func addCover(_ assignments: [Assignment?], to cost: inout CostBreakdown) {
    var counts = Array(repeating: 0, count: problem.needs.count)
    for cover in problem.outsideCover {
      counts[problem.needIndex(line: cover.line, day: cover.day, slot: cover.slot)] += cover.count
    }
    let lines = problem.classes.map { staffClass in
      Dictionary(staffClass.options.map { ($0.post, $0.lines) }, uniquingKeysWith: { first, _ in first })
    }
    for (index, assignment) in assignments.enumerated() {
      guard let assignment else { continue }
      let member = problem.staff[index / problem.dayCount]
      for line in lines[member.staffClass][assignment.post] ?? [] {
        for slot in problem.shifts[assignment.shift].slots {
          counts[problem.needIndex(line: line, day: index % problem.dayCount, slot: slot)] += 1
        }
      }
    }
    for (need, count) in zip(problem.needs, counts) where !problem.needWeights.isEmpty {
      let weights = problem.needWeights[Int(need.weights)]
      let missing = max(0, Int(need.minimum) - count)
      let short = max(0, Int(need.preferred) - max(count, Int(need.minimum)))
      let surplus = max(0, count - Int(need.maximum))
      cost.missingUnits += missing
      cost.shortUnits += short
      cost.surplusUnits += surplus
      cost.add(cost: missing * weights.missing, to: .missing)
      cost.add(cost: short * weights.short, to: .short)
      cost.add(cost: surplus * weights.surplus, to: .surplus)
    }
    for ratio in problem.ratios {
      for day in 0..<problem.dayCount {
        for slot in 0..<problem.slotCount {
          let limited = counts[problem.needIndex(line: ratio.limited, day: day, slot: slot)]
          let by = counts[problem.needIndex(line: ratio.by, day: day, slot: slot)]
          cost.add(max(0, limited - ratio.factor * by), ratio.strength, to: .ratio)
        }
      }
    }
  }
}
