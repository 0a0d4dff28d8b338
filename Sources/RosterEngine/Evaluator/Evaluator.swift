import Synchronization
import Threads

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
  /// The number of threads changes nothing but the time it takes.
  ///
  /// - Precondition: it has `staff.count * dayCount` cells, with shifts and posts that the problem knows.
  public func cost(of assignments: [Assignment?], threads: Int = 1) -> CostBreakdown {
    var facts = RowFacts(problem)
    facts.assignments = assignments
    let (evaluator, shared) = (self, facts)
    // Rows depend on nobody else, so they are shared out by number; sums of integers come out the same in any order.
    let parts = max(1, threads)
    let sum = Mutex(CostBreakdown())
    Threads.run(parts) { part in
      var cost = CostBreakdown()
      if part == 0 { evaluator.addCover(assignments, to: &cost) }
      let count = evaluator.problem.staff.count
      for member in (count * part / parts)..<(count * (part + 1) / parts) {
        evaluator.addRow(of: member, shared, to: &cost)
      }
      let partCost = cost
      sum.withLock { $0 += partCost }
    }
    return sum.withLock { $0 }
  }

  /// What is said about each staff member in lists of the problem.
  private struct RowFacts: Sendable {
    var past: [[DatedAssignment]]
    var wishes: [[Request]]
    var shares: [[(balance: Int, target: Int)]]
    var assignments: [Assignment?] = []

    init(_ problem: Problem) {
      past = Array(repeating: [], count: problem.staff.count)
      wishes = Array(repeating: [], count: problem.staff.count)
      shares = Array(repeating: [], count: problem.staff.count)
      for item in problem.history { past[item.staff].append(item) }
      for request in problem.requests { wishes[request.staff].append(request) }
      for (index, balance) in problem.balances.enumerated() {
        for member in balance.members { shares[member.staff].append((index, member.target)) }
      }
    }
  }

  private func addRow(of member: Int, _ facts: RowFacts, to cost: inout CostBreakdown) {
    let cells = facts.assignments[(member * problem.dayCount)..<((member + 1) * problem.dayCount)]
    var days = [Assignment?](repeating: nil, count: problem.historyDayCount)
    for item in facts.past[member] { days[item.day + problem.historyDayCount] = item.assignment }
    days.append(contentsOf: cells)
    let row = EvaluatedRow(problem: problem, member: problem.staff[member], days: days)
    row.addContract(to: &cost)
    row.addCells(requests: facts.wishes[member], to: &cost)
    for share in facts.shares[member] { row.add(problem.balances[share.balance], target: share.target, to: &cost) }
    if !problem.reference.isEmpty {
      let changed = zip(cells, problem.reference[(member * problem.dayCount)...]).filter { $0 != $1 }.count
      cost.add(cost: changed * problem.changeWeight, to: .change)
    }
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
