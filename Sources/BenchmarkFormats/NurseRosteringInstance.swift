import RosterEngine

/// A static instance of INRC-II: a scenario, a history, and all its weeks known beforehand.
public struct NurseRosteringInstance: Sendable {
  /// Nurses, shifts, contracts.
  public var scenario: NurseScenario
  /// What each nurse did before.
  public var past: [NursePast]
  /// The weeks, as many as the scenario has.
  public var weeks: [NurseWeek]

  /// Creates an instance of parts read before.
  public init(scenario: NurseScenario, past: [NursePast], weeks: [NurseWeek]) {
    self.scenario = scenario
    self.past = past
    self.weeks = weeks
  }
}

/// What a nurse did before the horizon.
public struct NursePast: Hashable, Sendable {
  /// Days worked so far.
  public var assignments = 0
  /// Weekends worked so far.
  public var weekends = 0
  /// The shift of the day before, or `nil` when that was off.
  public var lastShift: Int?
  /// Days in a row of that shift.
  public var sameShift = 0
  /// Days in a row of work.
  public var worked = 0
  /// Days in a row off.
  public var off = 0
}

/// The demand and the wishes of one week.
public struct NurseWeek: Sendable {
  /// How many are wanted in a shift with a skill on a day.
  public struct Requirement: Sendable {
    /// The day of the week, Monday being 0.
    public var day: Int
    /// Index of the shift.
    public var shift: Int
    /// Index of the skill.
    public var skill: Int
    /// Fewer than the lower bound is not allowed; each below the upper bound costs.
    public var count: ClosedRange<Int>
  }

  /// A wish not to work.
  public struct OffWish: Sendable {
    /// Index of the nurse.
    public var nurse: Int
    /// Index of the shift, or `nil` for any.
    public var shift: Int?
    /// The day of the week, Monday being 0.
    public var day: Int
  }

  /// The demand.
  public var requirements: [Requirement] = []
  /// The wishes.
  public var wishes: [OffWish] = []
}

extension NurseRosteringInstance {
  /// Weights of the soft constraints, from the competition's definition.
  enum Weight {
    static let optimalCover = 30
    static let shiftRun = 15
    static let workRun = 30
    static let offRun = 30
    static let wish = 10
    static let completeWeekend = 30
    static let assignment = 20
    static let weekend = 30
  }

  /// What each nurse below the minimum cover, a hard rule, costs besides: dearer than anything a roster could gain.
  public static let missingWeight = 1000

  /// The instance as a problem of the engine: posts and cover lines are skills, slots are shifts.
  public var problem: Problem {
    let dayCount = scenario.weekCount * 7
    var problem = Problem(
      dayCount: dayCount, historyDayCount: historyDayCount, slotCount: scenario.shifts.count,
      postCount: scenario.skills.count)
    problem.shifts = scenario.shifts.indices.map { RosterEngine.Shift(slots: [$0]) }
    // Rest is said by successions, so any times in order will do.
    problem.times = (-historyDayCount..<dayCount).flatMap { day in
      scenario.shifts.map { _ in ShiftTime(start: day * 1440, end: day * 1440 + 480) }
    }
    problem.weekends = (0..<scenario.weekCount).map { Weekend(days: [$0 * 7 + 5, $0 * 7 + 6]) }
    problem.contracts = scenario.contracts.map(contract)
    addNurses(to: &problem)
    addHistory(to: &problem)
    addCover(to: &problem)
    for (index, week) in weeks.enumerated() {
      problem.requests += week.wishes.map {
        Request(
          staff: $0.nurse, day: index * 7 + $0.day, subject: $0.shift.map { .shift($0) } ?? .anyShift,
          isWanted: false, weight: Weight.wish)
      }
    }
    return problem
  }

  /// One day more than the longest run that any nurse brings along, so that each begins within history.
  ///
  /// Runs at the first known day may have begun before it and are never too short.
  private var historyDayCount: Int { (past.map { max($0.worked, $0.off, 1) }.max() ?? 1) + 1 }

  private func contract(of contract: NurseScenario.Contract) -> RosterEngine.Contract {
    func bounds(_ range: ClosedRange<Int>, _ weight: Int) -> Bounds {
      Bounds(
        minimum: Limit(range.lowerBound, .soft(weight: weight)),
        maximum: Limit(range.upperBound, .soft(weight: weight)))
    }
    var result = RosterEngine.Contract()
    result.forbiddenSuccessions = scenario.shifts.indices.flatMap { earlier in
      scenario.shifts[earlier].forbiddenNext.map { Succession(earlier: earlier, later: $0) }
    }
    result.shiftRuns = scenario.shifts.indices.map {
      ShiftBounds(shift: $0, bounds: bounds(scenario.shifts[$0].run, Weight.shiftRun))
    }
    result.workRun = bounds(contract.workRun, Weight.workRun)
    result.offRun = bounds(contract.offRun, Weight.offRun)
    result.assignments = bounds(contract.assignments, Weight.assignment)
    result.maximumWeekends = Limit(contract.mostWeekends, .soft(weight: Weight.weekend))
    if contract.wantsCompleteWeekends { result.completeWeekends = .soft(weight: Weight.completeWeekend) }
    return result
  }

  private func addNurses(to problem: inout Problem) {
    var classes: [[Int]: Int] = [:]
    for (nurse, past) in zip(scenario.nurses, past) {
      let staffClass = classes[nurse.skills] ?? classes.count
      if staffClass == classes.count {
        classes[nurse.skills] = staffClass
        problem.classes.append(StaffClass(options: nurse.skills.map { PostOption(post: $0, lines: [$0]) }))
      }
      let contract = scenario.contracts[nurse.contract]
      var member = Staff(staffClass: staffClass, contract: nurse.contract)
      member.minimumAssignments = contract.assignments.lowerBound - past.assignments
      member.maximumAssignments = contract.assignments.upperBound - past.assignments
      member.maximumWeekends = contract.mostWeekends - past.weekends
      problem.staff.append(member)
    }
  }

  /// Days before the horizon that give each run its length; the work before the last shift's run is some other shift.
  private func addHistory(to problem: inout Problem) {
    for (nurse, past) in past.enumerated() {
      guard let last = past.lastShift else {
        // The day of work that the days off followed; its own run is over and charged to no one.
        addDay(-1 - max(1, past.off), shift: 0, of: nurse, to: &problem)
        continue
      }
      let other = scenario.shifts.indices.first { $0 != last } ?? last
      for back in 0..<max(1, past.worked) {
        let shift = back < max(1, past.sameShift) ? last : other
        addDay(-1 - back, shift: shift, of: nurse, to: &problem)
      }
    }
  }

  private func addDay(_ day: Int, shift: Int, of nurse: Int, to problem: inout Problem) {
    problem.history.append(
      DatedAssignment(staff: nurse, day: day, assignment: Assignment(shift: shift, post: Assignment.unknownPost)))
  }

  private func addCover(to problem: inout Problem) {
    problem.lineCount = scenario.skills.count
    problem.needs = Array(repeating: .none, count: problem.lineCount * problem.dayCount * problem.slotCount)
    problem.needWeights = [NeedWeights(missing: Self.missingWeight, short: Weight.optimalCover, surplus: 0)]
    for (index, week) in weeks.enumerated() {
      for entry in week.requirements {
        problem.needs[problem.needIndex(line: entry.skill, day: index * 7 + entry.day, slot: entry.shift)] = Need(
          minimum: entry.count.lowerBound, preferred: entry.count.upperBound)
      }
    }
  }

  /// A roster as the competition's solution file of one week; `name` is the scenario's.
  public func text(of solution: Solution, week: Int, name: String) -> String {
    var lines: [String] = []
    for (index, nurse) in scenario.nurses.enumerated() {
      for day in 0..<7 {
        guard let assignment = solution[index, week * 7 + day] else { continue }
        let shift = scenario.shifts[assignment.shift].id
        lines.append("\(nurse.id) \(NurseWords.dayNames[day]) \(shift) \(scenario.skills[assignment.post])")
      }
    }
    return "SOLUTION\n\(week) \(name)\n\nASSIGNMENTS = \(lines.count)\n" + lines.map { $0 + "\n" }.joined()
  }
}
