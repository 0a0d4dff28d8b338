import RosterEngine
import Testing

@Suite("a work rule")
struct RuleTests {
  /// One staff member, day (0), night (1), round-the-clock (2) and long night (3) shifts, two weeks after a week of history.
  private func problem(_ contract: Contract, history: [Int: Int] = [:]) -> Problem {
    var problem = Problem(dayCount: 14, historyDayCount: 7, slotCount: 1, postCount: 1)
    problem.shifts = [Shift(slots: [0]), Shift(slots: [0], isNight: true)]
    problem.shifts += [Shift(slots: [0], isNight: true), Shift(slots: [0], isNight: true)]
    for day in -7..<14 {
      for (start, hours) in [(8, 8), (24, 8), (8, 24), (22, 14)] {
        problem.times.append(ShiftTime(start: day * 1440 + start * 60, end: day * 1440 + (start + hours) * 60))
      }
    }
    problem.weeks = [0, 7].map { Week(days: $0..<($0 + 7), start: $0 * 1440 + 480, end: ($0 + 7) * 1440 + 480) }
    problem.weekends = [Weekend(days: [5, 6]), Weekend(days: [12, 13])]
    problem.lineCount = 1
    problem.needs = Array(repeating: .none, count: 14)
    problem.classes = [StaffClass(options: [PostOption(post: 0, lines: [0])])]
    problem.contracts = [contract]
    problem.staff = [Staff(staffClass: 0, contract: 0)]
    problem.history = history.sorted { $0.key < $1.key }.map {
      DatedAssignment(staff: 0, day: $0.key, assignment: Assignment(shift: $0.value, post: 0))
    }
    return problem
  }

  /// How much a row of shifts by day breaks one kind of rule.
  private func violation(
    _ kind: ConstraintKind, _ contract: Contract, _ shifts: [Int: Int], history: [Int: Int] = [:]
  ) -> Int {
    let row = (0..<14).map { day in shifts[day].map { Assignment(shift: $0, post: 0) } }
    return Evaluator(problem(contract, history: history)).cost(of: row).violation(of: kind)
  }

  @Test("of 12 hours' rest forbids a day shift after a night shift, and allows it a day later")
  func rest() {
    var contract = Contract()
    contract.minimumRest = Limit(12 * 60)
    #expect(violation(.rest, contract, [3: 1, 4: 0]) == 1)
    #expect(violation(.rest, contract, [3: 1, 5: 0]) == 0)
    #expect(violation(.rest, contract, [0: 0], history: [-1: 1]) == 1)
  }

  @Test("of 72 hours' rest reaches over the days off between two round-the-clock shifts")
  func longRest() {
    var contract = Contract()
    contract.minimumRest = Limit(72 * 60)
    #expect(violation(.rest, contract, [2: 2, 5: 2]) == 1)
    #expect(violation(.rest, contract, [2: 2, 6: 2]) == 0)
  }

  @Test("against shifts at one time forbids what begins before a long shift of the day before has ended")
  func overlap() {
    var contract = Contract()
    contract.overlap = .hard
    #expect(violation(.overlap, contract, [2: 2, 3: 2]) == 0)
    #expect(violation(.overlap, contract, [2: 3, 3: 0]) == 1)
    #expect(violation(.overlap, contract, [2: 3, 4: 0]) == 0)
    #expect(violation(.overlap, contract, [0: 0], history: [-1: 3]) == 1)
  }

  @Test("of 42 hours' weekly rest wants two days off after day shifts, and counts each week by itself")
  func weeklyRest() {
    var contract = Contract()
    contract.weeklyRest = Limit(42 * 60)
    let daily = Dictionary(uniqueKeysWithValues: (0..<7).map { ($0, 0) })
    #expect(violation(.weeklyRest, contract, daily) == 1)
    var oneOff = daily
    oneOff[3] = nil
    #expect(violation(.weeklyRest, contract, oneOff) == 1)
    oneOff[4] = nil
    #expect(violation(.weeklyRest, contract, oneOff) == 0)
  }

  @Test("about days in a row counts those of history, and charges only days of the period")
  func runs() {
    var contract = Contract()
    contract.workRun = Bounds(minimum: Limit(3), maximum: Limit(4))
    let past = Dictionary(uniqueKeysWithValues: (-6..<0).map { ($0, 0) })
    #expect(violation(.workRun, contract, [:], history: past) == 0)
    #expect(violation(.workRun, contract, [0: 0], history: past) == 1)
    #expect(violation(.workRun, contract, [4: 0, 5: 0]) == 1)
    #expect(violation(.workRun, contract, [12: 0, 13: 0]) == 0)
  }

  @Test("about hours counts started hours, and an own limit replaces the contract's")
  func hours() {
    var contract = Contract()
    contract.totalMinutes.maximum = Limit(15 * 60 + 30)
    #expect(violation(.totalMinutes, contract, [0: 0, 4: 0]) == 1)
    var own = problem(contract)
    own.staff[0].maximumMinutes = 8 * 60
    var row = [Assignment?](repeating: nil, count: 14)
    row[0] = Assignment(shift: 0, post: 0)
    row[4] = row[0]
    #expect(Evaluator(own).cost(of: row).violation(of: .totalMinutes) == 8)
  }

  @Test("about weekends counts a weekend once, and a complete weekend is all or nothing")
  func weekends() {
    var contract = Contract()
    contract.maximumWeekends = Limit(1)
    contract.completeWeekends = .hard
    #expect(violation(.weekends, contract, [5: 0, 6: 0]) == 0)
    #expect(violation(.weekends, contract, [5: 0, 13: 0]) == 1)
    #expect(violation(.completeWeekends, contract, [5: 0, 12: 0, 13: 0]) == 1)
  }
}
