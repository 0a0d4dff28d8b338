/// Makes the rule lists of contracts; staff with the same contract and the same limits of their own share one.
struct RuleCompiler {
  private let problem: Problem
  private let workCodes: UInt64
  private let nightCodes: UInt64
  private var rules: [RowRule] = []

  static func compile(_ problem: Problem) -> (Spread<RowRule>, [Int32]) {
    var sets = Spread<RowRule>()
    var known: [Staff: Int32] = [:]
    var ruleSet: [Int32] = []
    ruleSet.reserveCapacity(problem.staff.count)
    for member in problem.staff {
      var key = member
      key.staffClass = 0
      if let set = known[key] {
        ruleSet.append(set)
        continue
      }
      var compiler = RuleCompiler(problem)
      compiler.addRules(of: member)
      let set = Int32(known.count)
      known[key] = set
      sets.append(compiler.rules.filter(\.isHard) + compiler.rules.filter { !$0.isHard })
      ruleSet.append(set)
    }
    return (sets, ruleSet)
  }

  /// The codes forbidden after each code of a contract, contract by contract.
  static func successions(_ problem: Problem) -> [UInt64] {
    var table = [UInt64](repeating: 0, count: problem.contracts.count * (problem.shifts.count + 1))
    for (index, contract) in problem.contracts.enumerated() {
      for pair in contract.forbiddenSuccessions {
        table[index * (problem.shifts.count + 1) + pair.earlier + 1] |= 1 << UInt64(pair.later + 1)
      }
    }
    return table
  }

  private init(_ problem: Problem) {
    self.problem = problem
    let work = Model.codes(of: ShiftSet(problem.shifts.indices))
    workCodes = work
    nightCodes = Model.codes(of: ShiftSet(problem.shifts.indices.filter { problem.shifts[$0].isNight }))
  }

  private mutating func addRules(of member: Staff) {
    let contract = problem.contracts[member.contract]
    addDirectRules(of: contract, index: member.contract)
    addTotals(contract.totalMinutes, .minutes, .totalMinutes, member.minimumMinutes, member.maximumMinutes)
    addTotals(contract.assignments, .days, .assignments, member.minimumAssignments, member.maximumAssignments)
    addTotals(Bounds(maximum: contract.maximumWeekends), .weekends, .weekends, nil, member.maximumWeekends)
    for count in contract.shiftCounts {
      for (limit, isMaximum) in [(count.bounds.minimum, false), (count.bounds.maximum, true)] {
        add(limit, .shiftCount, isObligation: !isMaximum) {
          .shiftCount(ShiftCountRule(shift: Int32(count.shift), isMaximum: isMaximum, limit: $0))
        }
      }
    }
    add(contract.weekMinutes.minimum, .weekMinutes, isObligation: true) {
      .weekMinutes(WeekMinutesRule(isMaximum: false, limit: $0))
    }
    add(contract.weekMinutes.maximum, .weekMinutes) { .weekMinutes(WeekMinutesRule(isMaximum: true, limit: $0)) }
    addRuns(contract.workRun, of: workCodes, .workRun)
    addRuns(contract.nightRun, of: nightCodes, .nightRun)
    addRuns(contract.offRun, of: 1, .offRun)
    for run in contract.shiftRuns { addRuns(run.bounds, of: 1 << UInt64(run.shift + 1), .shiftRun) }
    add(contract.weeklyRest, .weeklyRest) { .weeklyRest(WeeklyRestRule(minutes: $0)) }
  }

  private mutating func addDirectRules(of contract: Contract, index: Int) {
    if !contract.forbiddenSuccessions.isEmpty {
      let rule = SuccessionRule(table: Int32(index * (problem.shifts.count + 1)))
      rules.append(
        RowRule(
          kind: .succession, weight: RowRule.weight(contract.successionStrength), body: .succession(rule)))
    }
    if let rest = contract.minimumRest {
      let reach = restReach(minutes: rest.value)
      add(rest, .rest) { .rest(RestRule(minutes: $0, reach: reach)) }
    }
    // Shifts of different days meet only where one of them is long or begins late; elsewhere there is nothing to look
    // at.
    if let overlap = contract.overlap, restReach(minutes: 0) > 1 {
      let reach = restReach(minutes: 0)
      add(Limit(0, overlap), .overlap) { .rest(RestRule(minutes: $0, reach: reach)) }
    }
    if let strength = contract.completeWeekends {
      rules.append(
        RowRule(
          kind: .completeWeekends, weight: RowRule.weight(strength), body: .completeWeekends(CompleteWeekendsRule())))
    }
  }

  private mutating func add(
    _ limit: Limit?, _ kind: ConstraintKind, isObligation: Bool = false, _ body: (Int32) -> RowRule.Body
  ) {
    guard let limit else { return }
    var weight = RowRule.weight(limit.strength)
    let mustBeReached = isObligation && weight < 0
    if mustBeReached { weight = Self.obligationWeight(problem) }
    rules.append(
      RowRule(kind: kind, weight: weight, isObligation: mustBeReached, body: body(Int32(limit.value))))
  }

  /// What the search pays for each unit of a hard minimum not reached: as much as for the dearest missing unit.
  static func obligationWeight(_ problem: Problem) -> Int32 {
    Int32(max(100, problem.needWeights.map { max($0.missing, $0.short) }.max() ?? 0))
  }

  private mutating func addTotals(
    _ bounds: Bounds, _ measure: TotalRule.Measure, _ kind: ConstraintKind, _ minimum: Int?, _ maximum: Int?
  ) {
    for (limit, own, isMaximum) in [(bounds.minimum, minimum, false), (bounds.maximum, maximum, true)] {
      guard let limit else { continue }
      add(Limit(own ?? limit.value, limit.strength), kind, isObligation: !isMaximum) {
        .total(TotalRule(measure: measure, isMaximum: isMaximum, limit: $0))
      }
    }
  }

  private mutating func addRuns(_ bounds: Bounds, of codes: UInt64, _ kind: ConstraintKind) {
    add(bounds.minimum, kind) { .shortestRun(ShortestRunRule(codes: codes, fewest: $0)) }
    add(bounds.maximum, kind) { .longestRun(LongestRunRule(codes: codes, most: $0)) }
  }

  /// The fewest days apart at which every two shifts have the rest, or the whole row.
  private func restReach(minutes: Int) -> Int32 {
    let count = problem.shifts.count
    let rows = problem.dayCount + problem.historyDayCount
    func extremes(_ row: Int) -> (start: Int, end: Int) {
      let times = problem.times[(row * count)..<((row + 1) * count)]
      return (times.map(\.start).min() ?? .max, times.map(\.end).max() ?? .min)
    }
    let days = (0..<rows).map(extremes)
    func isEnough(_ reach: Int) -> Bool {
      // Once every pair this far apart is rested, every pair farther apart is too only if starts rise; check those too.
      (0..<rows).allSatisfy { row in
        row + reach >= rows
          || (row + reach..<min(rows, row + reach + 4)).allSatisfy { days[$0].start - days[row].end >= minutes }
      }
    }
    guard count > 0 else { return 0 }
    return Int32((1..<rows).first(where: isEnough) ?? rows)
  }
}
