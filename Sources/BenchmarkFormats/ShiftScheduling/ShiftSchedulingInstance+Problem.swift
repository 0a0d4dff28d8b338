import RosterEngine

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
}
