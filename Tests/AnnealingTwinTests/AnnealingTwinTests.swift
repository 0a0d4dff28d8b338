import AnnealingTwin
import RosterEngine
import Testing

@Suite("the C twin of annealing by rows")
struct AnnealingTwinTests {
  /// Nurses with runs, rest, weekends, shift counts and hours, hard and soft, in two posts.
  private func problem() -> Problem {
    let (days, members) = (14, 9)
    var problem = Problem(dayCount: days, historyDayCount: 2, slotCount: 3, postCount: 2)
    problem.shifts = (0..<3).map { Shift(slots: [$0], isNight: $0 == 2) }
    problem.times = (-2..<days).flatMap { day in
      (0..<3).map { ShiftTime(start: day * 1440 + $0 * 480, end: day * 1440 + $0 * 480 + 480) }
    }
    problem.weekends = [Weekend(days: [5, 6]), Weekend(days: [12, 13])]
    var first = Contract()
    first.forbiddenSuccessions = [Succession(earlier: 2, later: 0), Succession(earlier: 2, later: 1)]
    first.workRun = Bounds(minimum: Limit(2), maximum: Limit(5))
    first.offRun = Bounds(minimum: Limit(2, .soft(weight: 6)))
    first.totalMinutes = Bounds(minimum: Limit(3000), maximum: Limit(4800))
    first.shiftCounts = [ShiftBounds(shift: 2, bounds: Bounds(maximum: Limit(3)))]
    first.maximumWeekends = Limit(1)
    var second = first
    second.completeWeekends = .soft(weight: 9)
    second.assignments = Bounds(maximum: Limit(8, .soft(weight: 20)))
    second.shiftRuns = [ShiftBounds(shift: 0, bounds: Bounds(minimum: Limit(2, .soft(weight: 5))))]
    problem.contracts = [first, second]
    problem.lineCount = 2
    problem.needWeights = [NeedWeights(missing: 100, short: 30, surplus: 1)]
    problem.needs = (0..<(2 * days * 3)).map { Need(minimum: 1, preferred: 1 + $0 % 2, maximum: 2) }
    problem.classes = [
      StaffClass(options: [PostOption(post: 0, lines: [0]), PostOption(post: 1, lines: [1], cost: 2)]),
      StaffClass(options: [PostOption(post: 0, lines: [0, 1])]),
    ]
    problem.staff = (0..<members).map { Staff(staffClass: $0 % 2, contract: $0 % 3 == 0 ? 0 : 1) }
    problem.history = [DatedAssignment(staff: 1, day: -1, assignment: Assignment(shift: 2, post: 0))]
    problem.fixed = [FixedCell(staff: 2, day: 3, assignment: nil)]
    problem.requests = (0..<members).map {
      Request(staff: $0, day: $0, subject: .shift($0 % 3), isWanted: $0 % 2 == 0, weight: 4)
    }
    return problem
  }

  @Test("takes the same moves as the loop in Swift", arguments: 1...4)
  func checksums(seed: UInt64) throws {
    let found = try #require(AnnealingTwin.compare(problem(), moves: 60_000, seed: seed, rounds: 1))
    #expect(found.accepted > 500)
    #expect(found.swiftChecksum == found.twinChecksum)
    let other = try #require(AnnealingTwin.compare(problem(), moves: 60_000, seed: seed + 100, rounds: 1))
    #expect(other.swiftChecksum != found.swiftChecksum)
  }
}
