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

/// One staff member's days, history first, for ``Evaluator``.
struct EvaluatedRow {
  let problem: Problem
  let member: Staff
  let days: [Assignment?]

  /// Index in `days` of day 0.
  private var start: Int { problem.historyDayCount }
  private var period: ArraySlice<Assignment?> { days[start...] }

  private func time(_ index: Int) -> ShiftTime? {
    days[index].map { problem.times[index * problem.shifts.count + $0.shift] }
  }

  private func startedHours(_ minutes: Int) -> Int { (max(0, minutes) + 59) / 60 }

  func addContract(to cost: inout CostBreakdown) {
    let contract = problem.contracts[member.contract]
    addRest(contract, to: &cost)
    addSuccessions(contract, to: &cost)
    addWeeks(contract, to: &cost)
    addRuns(contract.workRun, .workRun, to: &cost) { $0 != nil }
    addRuns(contract.offRun, .offRun, to: &cost) { $0 == nil }
    addRuns(contract.nightRun, .nightRun, to: &cost) { [shifts = problem.shifts] in
      $0.map { shifts[$0.shift].isNight } ?? false
    }
    for run in contract.shiftRuns { addRuns(run.bounds, .shiftRun, to: &cost) { $0?.shift == run.shift } }
    addTotals(contract, to: &cost)
    addWeekends(contract, to: &cost)
  }

  private func addRest(_ contract: Contract, to cost: inout CostBreakdown) {
    let worked = days.indices.filter { days[$0] != nil }
    for (first, second) in zip(worked, worked.dropFirst()) where second >= start {
      guard let earlier = time(first), let later = time(second) else { continue }
      let free = later.start - earlier.end
      if let rest = contract.minimumRest, free < rest.value { cost.add(1, rest.strength, to: .rest) }
      if let overlap = contract.overlap, free < 0 { cost.add(1, overlap, to: .overlap) }
    }
  }

  private func addSuccessions(_ contract: Contract, to cost: inout CostBreakdown) {
    let pairs = Set(contract.forbiddenSuccessions)
    for index in days.indices where index > 0 && index >= start {
      guard let earlier = days[index - 1], let later = days[index] else { continue }
      if pairs.contains(Succession(earlier: earlier.shift, later: later.shift)) {
        cost.add(1, contract.successionStrength, to: .succession)
      }
    }
  }

  private func addWeeks(_ contract: Contract, to cost: inout CostBreakdown) {
    for week in problem.weeks where week.days.overlaps(0..<problem.dayCount) {
      if let rest = contract.weeklyRest {
        let spans = days.indices.compactMap(time).filter { $0.end > week.start && $0.start < week.end }
        var longest = 0
        var freeFrom = week.start
        for span in spans {
          longest = max(longest, span.start - freeFrom)
          freeFrom = max(freeFrom, span.end)
        }
        longest = max(longest, week.end - freeFrom)
        if longest < rest.value { cost.add(1, rest.strength, to: .weeklyRest) }
      }
      let minutes = days.indices.filter { week.days.contains($0 - start) }.compactMap(time).map(\.minutes).reduce(0, +)
      add(contract.weekMinutes, .weekMinutes, to: &cost) { limit, isMaximum in
        startedHours(isMaximum ? minutes - limit : limit - minutes)
      }
    }
  }

  /// Runs of days that belong, as index ranges in `days`.
  private func runs(_ belongs: (Assignment?) -> Bool) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for index in days.indices where belongs(days[index]) {
      if let last = runs.last, last.upperBound == index {
        runs[runs.count - 1] = last.lowerBound..<(index + 1)
      } else {
        runs.append(index..<(index + 1))
      }
    }
    return runs
  }

  private func addRuns(
    _ bounds: Bounds, _ kind: ConstraintKind, to cost: inout CostBreakdown, _ belongs: (Assignment?) -> Bool
  ) {
    guard bounds != .none else { return }
    for run in runs(belongs) {
      if let maximum = bounds.maximum {
        let inPeriod = run.filter { $0 >= start }.count
        cost.add(max(0, min(inPeriod, run.count - maximum.value)), maximum.strength, to: kind)
      }
      if let minimum = bounds.minimum, run.lowerBound > 0, run.upperBound < days.count, run.upperBound >= start {
        cost.add(max(0, minimum.value - run.count), minimum.strength, to: kind)
      }
    }
  }

  private func addTotals(_ contract: Contract, to cost: inout CostBreakdown) {
    let minutes = days.indices.filter { $0 >= start }.compactMap(time).map(\.minutes).reduce(0, +)
    let minuteBounds = contract.totalMinutes.replacing(member.minimumMinutes, member.maximumMinutes)
    add(minuteBounds, .totalMinutes, to: &cost) { limit, isMaximum in
      startedHours(isMaximum ? minutes - limit : limit - minutes)
    }
    let worked = period.filter { $0 != nil }.count
    let dayBounds = contract.assignments.replacing(member.minimumAssignments, member.maximumAssignments)
    add(dayBounds, .assignments, to: &cost) { limit, isMaximum in
      max(0, isMaximum ? worked - limit : limit - worked)
    }
    for entry in contract.shiftCounts {
      let count = period.filter { $0?.shift == entry.shift }.count
      add(entry.bounds, .shiftCount, to: &cost) { limit, isMaximum in
        max(0, isMaximum ? count - limit : limit - count)
      }
    }
  }

  private func addWeekends(_ contract: Contract, to cost: inout CostBreakdown) {
    var workedWeekends = 0
    for weekend in problem.weekends {
      let known = weekend.days.map { $0 + start }.filter(days.indices.contains)
      let worked = known.filter { days[$0] != nil }.count
      if worked > 0 { workedWeekends += 1 }
      if let strength = contract.completeWeekends, worked > 0, worked < known.count {
        cost.add(1, strength, to: .completeWeekends)
      }
    }
    let bounds = Bounds(maximum: contract.maximumWeekends).replacing(nil, member.maximumWeekends)
    add(bounds, .weekends, to: &cost) { limit, _ in max(0, workedWeekends - limit) }
  }

  private func add(
    _ bounds: Bounds, _ kind: ConstraintKind, to cost: inout CostBreakdown, _ excess: (Int, Bool) -> Int
  ) {
    if let minimum = bounds.minimum { cost.add(excess(minimum.value, false), minimum.strength, to: kind) }
    if let maximum = bounds.maximum { cost.add(excess(maximum.value, true), maximum.strength, to: kind) }
  }

  func addCells(requests: [Request], to cost: inout CostBreakdown) {
    for request in requests {
      let shift = days[start + request.day]?.shift
      let holds =
        switch request.subject {
        case .off: shift == nil
        case .anyShift: shift != nil
        case .shift(let wanted): shift == wanted
        }
      if holds != request.isWanted { cost.add(cost: request.weight, to: .request) }
    }
    let options = problem.classes[member.staffClass].options
    var last = days[..<start].last { $0 != nil }??.post ?? Assignment.unknownPost
    for assignment in period.compactMap({ $0 }) {
      cost.add(cost: options.first { $0.post == assignment.post }?.cost ?? 0, to: .post)
      if last != Assignment.unknownPost && last != assignment.post {
        cost.add(cost: problem.continuityWeight, to: .continuity)
      }
      last = assignment.post
    }
  }

  func add(_ balance: Balance, target: Int, to cost: inout CostBreakdown) {
    let load =
      switch balance.measure {
      case .nights: period.compactMap { $0 }.filter { problem.shifts[$0.shift].isNight }.count * 100
      case .hours: days.indices.filter { $0 >= start }.compactMap(time).map(\.minutes).reduce(0, +) * 100 / 60
      case .weekendDays:
        problem.weekends.flatMap(\.days).filter { 0..<problem.dayCount ~= $0 && days[start + $0] != nil }.count * 100
      }
    let excess = max(0, abs(load - target) - balance.tolerance)
    cost.add(cost: balance.weight * excess * excess / 10_000, to: .balance)
  }
}

extension Bounds {
  fileprivate func replacing(_ minimum: Int?, _ maximum: Int?) -> Bounds {
    var bounds = self
    if let minimum { bounds.minimum?.value = minimum }
    if let maximum { bounds.maximum?.value = maximum }
    return bounds
  }
}
