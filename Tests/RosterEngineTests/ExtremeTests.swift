import RosterEngine
import Testing

@Suite("a problem of extreme values")
struct ExtremeTests {
  @Test("is either said to be wrong or solved, never a crash", arguments: 1...60)
  func extremes(seed: Int) throws {
    var random = TestRandom(UInt64(seed) &* 77)
    var problem = RandomProblem(staffCount: 3, dayCount: 7).make(seed: UInt64(seed))
    let wild = [Int.min, Int.max, -1, 0, 1, 63, 64, 10_000_000, -10_000_000, 1_000_000, 1 << 32, 1 << 31]
    func pick() -> Int { wild[random.below(wild.count)] }
    for _ in 0..<(1 + random.below(2)) {
      switch random.below(16) {
      case 0: problem.dayCount = pick()
      case 1: problem.historyDayCount = pick()
      case 2: problem.slotCount = pick()
      case 3: problem.lineCount = pick()
      case 4: problem.postCount = pick()
      case 5: problem.times[3] = ShiftTime(start: pick(), end: pick(), minutes: pick())
      case 6: problem.weeks[0] = Week(days: min(pick(), 5)..<5, start: pick(), end: pick())
      case 7: problem.weekends = [Weekend(days: [pick(), pick()])]
      case 8: problem.contracts[0].totalMinutes.minimum = Limit(pick(), .soft(weight: pick()))
      case 9: problem.contracts[0].workRun = Bounds(minimum: Limit(pick()), maximum: Limit(pick()))
      case 10: problem.staff[0].maximumMinutes = pick()
      case 11:
        problem.history.append(
          DatedAssignment(staff: pick(), day: pick(), assignment: Assignment(shift: pick(), post: pick())))
      case 12: problem.needs[0] = Need(minimum: pick(), preferred: pick(), maximum: pick(), weights: pick())
      case 13: problem.outsideCover.append(OutsideCover(line: 0, day: 0, slot: 0, count: pick()))
      case 14: problem.ratios.append(Ratio(limited: pick(), by: 1, factor: pick(), strength: .soft(weight: pick())))
      default: problem.balances[0].members[0].target = pick()
      }
    }
    var options = SolveOptions()
    options.iterations = 300
    do {
      let solution = try Solver.solve(problem, options: options)
      #expect(solution.assignments.count == problem.staff.count * problem.dayCount)
    } catch {
      guard case .invalidProblem = error else { throw error }
    }
  }
}
