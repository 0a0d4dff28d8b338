import RosterEngine

/// Small random problems that use every constraint the engine knows, hard or soft at random.
struct RandomProblem {
  var staffCount = 5
  var dayCount = 10
  var historyDayCount = 6
  /// Whether rules may be hard; otherwise all are soft.
  var allowsHard = true

  func make(seed: UInt64) -> Problem {
    var random = TestRandom(seed)
    var problem = Problem(dayCount: dayCount, historyDayCount: historyDayCount, slotCount: 3, postCount: 3)
    problem.shifts = [
      Shift(slots: [0]), Shift(slots: [1, 2]), Shift(slots: [2], isNight: true),
      Shift(slots: [0, 1, 2], isNight: true),
    ]
    // The clock goes forward by an hour on day 4.
    for day in -historyDayCount..<dayCount {
      for (start, hours) in [(8, 8), (14, 12), (24, 10), (8, 24)] {
        let shortened = { (hour: Int) in day * 1440 + hour * 60 - (day * 24 + hour > 4 * 24 + 2 ? 60 : 0) }
        problem.times.append(ShiftTime(start: shortened(start), end: shortened(start + hours)))
      }
    }
    let weekStart = -random.below(4)
    for first in stride(from: weekStart, to: dayCount, by: 7) {
      problem.weeks.append(
        Week(days: first..<(first + 7), start: first * 1440 + 480, end: (first + 7) * 1440 + 480))
      problem.weekends.append(Weekend(days: [first + 5, first + 6].filter { $0 < dayCount + 3 }))
    }
    problem.weekends.removeAll { !$0.days.contains { 0..<dayCount ~= $0 } }
    problem.contracts = (0..<2).map { _ in contract(&random) }
    cover(&problem, &random)
    problem.staff = (0..<staffCount).map { _ in
      var member = Staff(staffClass: random.below(2), contract: random.below(2))
      if random.chance(30) { member.minimumMinutes = random.below(40) * 60 }
      if random.chance(30) { member.maximumAssignments = random.below(dayCount) }
      return member
    }
    cells(&problem, &random)
    return problem
  }

  private func strength(_ random: inout TestRandom) -> Strength {
    allowsHard && random.chance(30) ? .hard : .soft(weight: 1 + random.below(20))
  }

  private func limit(_ range: Range<Int>, _ random: inout TestRandom) -> Limit? {
    random.chance(60) ? Limit(Int.random(in: range, using: &random), strength(&random)) : nil
  }

  private func bounds(_ low: Range<Int>, _ high: Range<Int>, _ random: inout TestRandom) -> Bounds {
    Bounds(minimum: limit(low, &random), maximum: limit(high, &random))
  }

  private func contract(_ random: inout TestRandom) -> Contract {
    var contract = Contract(allowedShifts: random.chance(50) ? .all : ShiftSet([0, 1, 2]))
    contract.minimumRest = limit(0..<4000, &random)
    contract.overlap = limit(0..<1, &random)?.strength
    contract.weeklyRest = limit(1000..<5000, &random)
    for _ in 0..<random.below(4) {
      contract.forbiddenSuccessions.append(Succession(earlier: random.below(4), later: random.below(4)))
    }
    contract.successionStrength = strength(&random)
    contract.workRun = bounds(1..<4, 1..<6, &random)
    contract.nightRun = bounds(1..<3, 1..<4, &random)
    contract.offRun = bounds(1..<4, 1..<5, &random)
    contract.shiftRuns = [ShiftBounds(shift: random.below(4), bounds: bounds(1..<4, 1..<4, &random))]
    contract.totalMinutes = bounds(0..<3000, 1000..<6000, &random)
    contract.assignments = bounds(0..<6, 2..<9, &random)
    contract.shiftCounts = [ShiftBounds(shift: random.below(4), bounds: bounds(0..<4, 0..<5, &random))]
    contract.weekMinutes = bounds(0..<2000, 500..<4000, &random)
    contract.maximumWeekends = limit(0..<2, &random)
    contract.completeWeekends = random.chance(60) ? strength(&random) : nil
    return contract
  }

  private func cover(_ problem: inout Problem, _ random: inout TestRandom) {
    problem.lineCount = 5
    problem.needWeights = [
      NeedWeights(missing: 90, short: 30, surplus: 7), NeedWeights(missing: 40, short: 40, surplus: 0),
    ]
    for _ in 0..<(problem.lineCount * dayCount * 3) {
      let minimum = random.below(3)
      let preferred = minimum + random.below(2)
      let maximum = random.chance(50) ? preferred + random.below(2) : nil
      problem.needs.append(
        random.chance(20)
          ? .none : Need(minimum: minimum, preferred: preferred, maximum: maximum, weights: random.below(2)))
    }
    problem.outsideCover = [OutsideCover(line: 1, day: 1, slot: 0, count: 2)]
    problem.classes = [
      StaffClass(options: [
        PostOption(post: 2, lines: [2, 4], cost: 3), PostOption(post: 0, lines: [0, 3]),
        PostOption(post: 1, lines: [1], shifts: ShiftSet([0, 1])),
      ]),
      StaffClass(options: [
        PostOption(post: 1, lines: [1, 4], cost: 1), PostOption(post: 2, lines: [2, 3, 0]),
        PostOption(post: 0, lines: [0], isAssignable: false),
      ]),
    ]
    problem.ratios = [
      Ratio(limited: 0, by: 1, factor: 1, strength: .soft(weight: 11)),
      Ratio(limited: 2, by: 4, factor: 2, strength: strength(&random)),
      Ratio(limited: 3, by: 0, factor: 1, strength: .soft(weight: 5)),
    ]
  }

  private func cells(_ problem: inout Problem, _ random: inout TestRandom) {
    for member in 0..<staffCount {
      for day in -historyDayCount..<0 where random.chance(60) {
        let past = Assignment(shift: random.below(4), post: random.below(4) - 1)
        problem.history.append(DatedAssignment(staff: member, day: day, assignment: past))
      }
      for day in 0..<dayCount {
        if random.chance(10) {
          let fixed = random.chance(50) ? Assignment(shift: random.below(4), post: random.below(3)) : nil
          problem.fixed.append(FixedCell(staff: member, day: day, assignment: fixed))
        }
        if random.chance(15) {
          problem.unavailable.append(
            Unavailability(staff: member, day: day, shifts: random.chance(50) ? .all : ShiftSet([0, 3])))
        }
        if random.chance(30) {
          let subjects: [Request.Subject] = [.off, .anyShift, .shift(random.below(4))]
          problem.requests.append(
            Request(
              staff: member, day: day, subject: subjects[random.below(3)], isWanted: random.chance(50),
              weight: 1 + random.below(9)))
        }
        problem.reference.append(
          random.chance(50) ? nil : Assignment(shift: random.below(4), post: random.below(3)))
      }
    }
    problem.changeWeight = random.below(3)
    problem.continuityWeight = random.below(4)
    problem.balances = Balance.Measure.allCases.map { measure in
      Balance(
        measure: measure, weight: 1 + random.below(5), tolerance: random.below(150),
        members: (0..<(staffCount - 1)).map { Balance.Member(staff: $0, target: random.below(600)) })
    }
  }
}
