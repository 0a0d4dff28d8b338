import RosterEngine

/// An instance of the Employee Shift Scheduling Benchmark Data Sets.
///
/// T. Curtois and R. Qu, 2014; schedulingbenchmarks.org/nrp.
/// Day 0 is a Monday. Each employee works at most one shift a day.
public struct ShiftSchedulingInstance: Sendable {
  /// A kind of shift.
  public struct Shift: Sendable {
    /// The name that solutions use.
    public var id: String
    /// Minutes of work.
    public var minutes: Int
    /// Shifts, by index, that must not be worked the day after.
    public var forbiddenNext: [Int]
  }

  /// An employee and the employee's limits.
  public struct Employee: Sendable {
    /// The name that solutions use.
    public var id: String
    /// The most of each shift, by shift.
    public var mostOfShift: [Int]
    /// Minutes in the horizon.
    public var minutes: ClosedRange<Int>
    /// Days worked in a row.
    public var workRun: ClosedRange<Int>
    /// The fewest days off in a row.
    public var fewestDaysOff: Int
    /// The most weekends worked.
    public var mostWeekends: Int
    /// Days that cannot be worked.
    public var daysOff: [Int] = []
  }

  /// A wish for or against a shift on a day.
  public struct Wish: Sendable {
    /// Index of the employee.
    public var employee: Int
    /// The day, from 0.
    public var day: Int
    /// Index of the shift.
    public var shift: Int
    /// What it costs when it is not so.
    public var weight: Int
    /// Whether the shift is wanted.
    public var isWanted: Bool
  }

  /// How many are wanted in a shift of a day.
  public struct Cover: Sendable {
    /// The day, from 0.
    public var day: Int
    /// Index of the shift.
    public var shift: Int
    /// How many.
    public var wanted: Int
    /// Cost of each one missing.
    public var under: Int
    /// Cost of each one too many.
    public var over: Int
  }

  /// Days, a multiple of seven.
  public var dayCount: Int
  /// The shifts.
  public var shifts: [Shift] = []
  /// The employees.
  public var employees: [Employee] = []
  /// The wishes.
  public var wishes: [Wish] = []
  /// The cover wanted; a shift of a day without an entry costs nothing whoever works it.
  public var cover: [Cover] = []
}

extension ShiftSchedulingInstance {
  /// The instance as a problem of the engine: one post, one cover line, a slot for each shift.
  ///
  /// A stretch that touches either end of the horizon is never too short, which is how the engine treats runs without
  /// history.
  public var problem: Problem {
    var problem = Problem(dayCount: dayCount, historyDayCount: 0, slotCount: shifts.count, postCount: 1)
    problem.shifts = shifts.indices.map { RosterEngine.Shift(slots: [$0]) }
    for day in 0..<dayCount {
      for shift in shifts {
        let start = day * 1440
        problem.times.append(ShiftTime(start: start, end: start + shift.minutes, minutes: shift.minutes))
      }
    }
    problem.weekends = (0..<(dayCount / 7)).map { Weekend(days: [$0 * 7 + 5, $0 * 7 + 6]) }
    problem.classes = [StaffClass(options: [PostOption(post: 0, lines: [0])])]
    problem.contracts = employees.map(contract)
    problem.staff = employees.indices.map { Staff(staffClass: 0, contract: $0) }
    problem.unavailable = employees.enumerated().flatMap { index, employee in
      employee.daysOff.map { Unavailability(staff: index, day: $0) }
    }
    problem.requests = wishes.map {
      Request(staff: $0.employee, day: $0.day, subject: .shift($0.shift), isWanted: $0.isWanted, weight: $0.weight)
    }
    addCover(to: &problem)
    return problem
  }

  private func contract(of employee: Employee) -> Contract {
    let able = ShiftSet(shifts.indices.filter { employee.mostOfShift[$0] > 0 })
    var contract = Contract(allowedShifts: able)
    contract.forbiddenSuccessions = shifts.indices.flatMap { earlier in
      shifts[earlier].forbiddenNext.map { Succession(earlier: earlier, later: $0) }
    }
    contract.workRun = Bounds(minimum: Limit(employee.workRun.lowerBound), maximum: Limit(employee.workRun.upperBound))
    contract.offRun = Bounds(minimum: Limit(employee.fewestDaysOff))
    contract.totalMinutes = Bounds(
      minimum: Limit(employee.minutes.lowerBound), maximum: Limit(employee.minutes.upperBound))
    contract.maximumWeekends = Limit(employee.mostWeekends)
    contract.shiftCounts = shifts.indices.filter { 1..<dayCount ~= employee.mostOfShift[$0] }.map {
      ShiftBounds(shift: $0, bounds: Bounds(maximum: Limit(employee.mostOfShift[$0])))
    }
    return contract
  }

  private func addCover(to problem: inout Problem) {
    problem.lineCount = 1
    problem.needs = Array(repeating: .none, count: dayCount * shifts.count)
    problem.needWeights = [NeedWeights(missing: 0, short: 0, surplus: 0)]
    var known: [NeedWeights: Int] = [problem.needWeights[0]: 0]
    for entry in cover {
      let weights = NeedWeights(missing: entry.under, short: 0, surplus: entry.over)
      let index = known[weights] ?? problem.needWeights.count
      if index == problem.needWeights.count {
        known[weights] = index
        problem.needWeights.append(weights)
      }
      problem.needs[problem.needIndex(line: 0, day: entry.day, slot: entry.shift)] = Need(
        minimum: entry.wanted, maximum: entry.wanted, weights: index)
    }
  }

  /// A roster as a table: a row an employee, the name first, then a shift or nothing for each day.
  public func text(of solution: Solution) -> String {
    var text = ""
    for (index, employee) in employees.enumerated() {
      text += employee.id
      for day in 0..<dayCount {
        text += ","
        if let assignment = solution[index, day] { text += shifts[assignment.shift].id }
      }
      text += "\n"
    }
    return text
  }
}
