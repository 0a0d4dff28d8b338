import Testing

@testable import RosterEngine

@Suite("trimming a roster")
struct TrimTests {
  /// A random roster of a random problem that breaks no hard rule further than an empty one.
  private func filled(_ problem: Problem, _ model: Model, seed: UInt64) -> Searcher {
    var random = TestRandom(seed)
    var searcher = Searcher(
      state: SearchState(problem, model), model: model, random: RandomSource(seed: seed, stream: 0))
    for _ in 0..<400 {
      let member = random.below(model.staffCount)
      let options = model.options.range(Int(model.staffClass[member]))
      searcher.move = [
        Change(
          member: Int32(member), day: Int32(model.historyDays + random.below(model.dayCount)),
          code: UInt8(1 + random.below(model.shiftCount)),
          option: Int32(options.lowerBound + random.below(options.count)))
      ]
      _ = searcher.attempt(.max / 2, model)
    }
    return searcher
  }

  @Test("clears work and nothing else, and no cost, gap, shortfall or hard rule is worse for it", arguments: 1...60)
  func harmless(seed: UInt64) {
    let problem = RandomProblem(staffCount: 8, dayCount: 14).make(seed: seed)
    let model = Model(problem)
    var searcher = filled(problem, model, seed: seed)
    let before = searcher.state.assignments(model)
    let kept = before.enumerated().map { $0.offset % 3 == 0 ? $0.element : nil }
    Trim(model: model, kept: kept).run(&searcher)
    let after = searcher.state.assignments(model)
    for index in before.indices where after[index] != before[index] {
      #expect(after[index] == nil)
      #expect(kept[index] == nil)
    }
    let evaluator = Evaluator(problem)
    let (old, new) = (evaluator.cost(of: before), evaluator.cost(of: after))
    #expect(new.total <= old.total)
    #expect(new.missingUnits <= old.missingUnits)
    #expect(new.shortUnits <= old.shortUnits)
    #expect(new.hardTotal <= old.hardTotal)
  }

  @Test("leaves as many as a line prefers where more stand and nobody minds")
  func surplus() throws {
    var problem = Problem(dayCount: 3, historyDayCount: 0, slotCount: 1, postCount: 1)
    problem.shifts = [Shift(slots: [0])]
    problem.times = (0..<3).map { ShiftTime(start: $0 * 1440, end: $0 * 1440 + 480) }
    problem.lineCount = 1
    problem.needs = Array(repeating: Need(minimum: 1, preferred: 2), count: 3)
    problem.needWeights = [NeedWeights(missing: 100, short: 10, surplus: 0)]
    problem.classes = [StaffClass(options: [PostOption(post: 0, lines: [0])])]
    problem.contracts = [Contract()]
    problem.staff = Array(repeating: Staff(staffClass: 0, contract: 0), count: 5)
    var options = SolveOptions()
    options.iterations = 0
    options.trims = true
    options.start = Array(repeating: Assignment(shift: 0, post: 0), count: 15)
    let solution = try Solver.solve(problem, options: options)
    for day in 0..<3 { #expect((0..<5).count { solution[$0, day] != nil } == 2) }
    options.kept = options.start
    #expect(try Solver.solve(problem, options: options).assignments.allSatisfy { $0 != nil })
  }
}
