import RosterEngine

/// Random problems whose rows can be planned one by one: two skills, three shifts, runs, totals, weekends and requests,
/// all soft unless said otherwise.
struct RandomRows {
  var staffCount = 8
  var dayCount = 14
  var shiftCount = 3
  var allowsHard = true

  func make(seed: UInt64) -> Problem {
    var random = TestRandom(seed)
    var problem = Problem(dayCount: dayCount, historyDayCount: 1, slotCount: shiftCount, postCount: 2)
    problem.shifts = (0..<shiftCount).map { Shift(slots: [$0], isNight: $0 == 2) }
    for day in -1..<dayCount {
      for shift in 0..<shiftCount {
        problem.times.append(ShiftTime(start: day * 1440 + shift * 480, end: day * 1440 + shift * 480 + 480))
      }
    }
    problem.weekends = stride(from: 5, to: dayCount - 1, by: 7).map { Weekend(days: [$0, $0 + 1]) }
    problem.contracts = (0..<2).map { _ in contract(&random) }
    problem.lineCount = 2
    problem.needWeights = [NeedWeights(missing: 60, short: 20, surplus: 5)]
    problem.needs = (0..<(2 * dayCount * shiftCount)).map { _ in
      let minimum = random.below(2)
      let preferred = minimum + random.below(2)
      return Need(minimum: minimum, preferred: preferred, maximum: preferred + random.below(2))
    }
    problem.classes = [
      StaffClass(options: [PostOption(post: 0, lines: [0])]),
      StaffClass(options: [PostOption(post: 0, lines: [0]), PostOption(post: 1, lines: [1], cost: 5)]),
    ]
    problem.staff = (0..<staffCount).map { Staff(staffClass: $0 % 2, contract: random.below(2)) }
    for member in 0..<staffCount {
      for day in 0..<dayCount where random.chance(25) {
        problem.requests.append(
          Request(staff: member, day: day, subject: .anyShift, isWanted: random.chance(50), weight: 10))
      }
    }
    return problem
  }

  private func contract(_ random: inout TestRandom) -> Contract {
    let runs: Strength = allowsHard ? .hard : .soft(weight: 15)
    var contract = Contract()
    contract.forbiddenSuccessions = [Succession(earlier: shiftCount - 1, later: 0)]
    contract.successionStrength = runs
    contract.workRun = Bounds(minimum: Limit(2, .soft(weight: 10)), maximum: Limit(4, runs))
    contract.offRun = Bounds(minimum: Limit(2, .soft(weight: 10)))
    let most = dayCount / 2 + random.below(2)
    contract.assignments = Bounds(minimum: Limit(1, .soft(weight: 20)), maximum: Limit(most, .soft(weight: 20)))
    contract.maximumWeekends = Limit(1, .soft(weight: 30))
    return contract
  }
}
