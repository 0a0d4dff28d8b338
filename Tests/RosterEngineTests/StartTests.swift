import Testing

@testable import RosterEngine

@Suite("a roster to start from")
struct StartTests {
  /// Days of one shift at one post; nobody is needed, so nobody comes who is not in the start.
  private func problem(staff: Int, days: Int) -> Problem {
    var problem = Problem(dayCount: days, historyDayCount: 0, slotCount: 1, postCount: 1)
    problem.shifts = [Shift(slots: [0])]
    problem.times = (0..<days).map { ShiftTime(start: $0 * 1440, end: $0 * 1440 + 480) }
    problem.contracts = [Contract()]
    problem.classes = [StaffClass(options: [PostOption(post: 0, lines: [])])]
    problem.staff = Array(repeating: Staff(staffClass: 0, contract: 0), count: staff)
    return problem
  }

  private func kept(_ problem: Problem, _ start: [Assignment?]) throws -> [Assignment?] {
    var options = SolveOptions()
    options.start = start
    let control = SolveControl()
    control.cancel()
    return try Solver.solve(problem, options: options, control: control).assignments
  }

  @Test("keeps someone whose escort comes in a later row")
  func escortInLaterRow() throws {
    var problem = problem(staff: 2, days: 1)
    problem.lineCount = 2
    problem.needs = [.none, .none]
    problem.classes = [0, 1].map { StaffClass(options: [PostOption(post: 0, lines: [$0])]) }
    problem.staff[1].staffClass = 1
    problem.ratios = [Ratio(limited: 0, by: 1, factor: 1)]
    let start = [Assignment?](repeating: Assignment(shift: 0, post: 0), count: 2)
    #expect(try kept(problem, start) == start)
  }

  @Test("keeps a run of days whose first alone would leave too few days off")
  func daysThatNeedEachOther() throws {
    var problem = problem(staff: 1, days: 4)
    problem.contracts[0].offRun.minimum = Limit(3)
    problem.fixed = [FixedCell(staff: 0, day: 3, assignment: Assignment(shift: 0, post: 0))]
    let start = [Assignment?](repeating: Assignment(shift: 0, post: 0), count: 4)
    #expect(try kept(problem, start) == start)
  }

  @Test("loses only what breaks a rule")
  func partlyWrong() throws {
    var problem = problem(staff: 2, days: 3)
    problem.contracts[0].workRun.maximum = Limit(2)
    let day = Assignment(shift: 0, post: 0)
    let result = try kept(problem, [day, day, day, nil, day, day])
    #expect(result == [day, day, nil, nil, day, day])
  }
}
