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
