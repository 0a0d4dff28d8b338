import Testing

@testable import RosterEngine

@Suite("annealing by rows")
struct RowAnnealingTests {
  /// A random problem with every rule that row automata know, several posts, fixed cells and a history.
  private func problem(_ seed: UInt64, members: Int = 5) -> Problem {
    var problem = RandomProblem(staffCount: members, dayCount: 10, historyDayCount: 6).make(seed: seed)
    for contract in problem.contracts.indices {
      problem.contracts[contract].minimumRest = nil
      problem.contracts[contract].overlap = nil
      problem.contracts[contract].weeklyRest = nil
      problem.contracts[contract].weekMinutes = .none
    }
    problem.ratios = []
    problem.balances = []
    problem.continuityWeight = 0
    return problem
  }

  private func annealer(_ problem: Problem, seed: UInt64, checks: Bool) throws -> (RowAnnealer, Model) {
    let model = Model(problem)
    let rows = try #require(RowModel(problem, model))
    let tables = try #require(AnnealingTables(rows, SearchState(problem, model), model))
    let random = RandomSource(seed: seed)
    return (RowAnnealer(tables, problem, model, random: random, checksEveryMove: checks), model)
  }

  @Test("keeps the cost and the breaches that the evaluator finds, after every move taken", arguments: 1...40)
  func deltas(seed: UInt64) throws {
    let problem = problem(seed)
    #expect(problem.firstFault() == nil)
    var (annealer, model) = try annealer(problem, seed: seed, checks: true)
    let cooling = AnnealingCooling(annealer.tables, .thorough, moves: 1500)
    annealer.run(from: SearchState(problem, model), cooling, isStopped: { false }, onBetter: { _ in })
    #expect(annealer.fault == nil)
    #expect(annealer.tally.accepted > 50)
    let cost = Evaluator(problem).cost(of: annealer.current.assignments(model))
    #expect(annealer.tally.soft == cost.total)
    #expect(annealer.tally.broken == cost.hardTotal)
    if let best = annealer.best {
      let cost = Evaluator(problem).cost(of: best.assignments(model))
      #expect(cost.hardTotal == 0)
      #expect(cost.total == annealer.tally.best)
    }
  }

  @Test("judges each row at what its tally says, whatever the weights", arguments: 1...20)
  func rowCosts(seed: UInt64) throws {
    let problem = problem(seed)
    var (annealer, model) = try annealer(problem, seed: seed, checks: false)
    let cooling = AnnealingCooling(annealer.tables, .thorough, moves: 20_000)
    annealer.run(from: SearchState(problem, model), cooling, isStopped: { false }, onBetter: { _ in })
    let kernel = annealer.kernel
    let kept = (0..<problem.staff.count).map { kernel.rowCosts[$0] }
    let tally = kernel.load(annealer.tables.roster(annealer.current, model), annealer.tables)
    kernel.apply(annealer.weights, annealer.tables)
    #expect(kept == (0..<problem.staff.count).map { kernel.rowCosts[$0] })
    #expect(tally.soft == annealer.tally.soft)
    #expect(tally.broken == annealer.tally.broken)
  }

  @Test("gives the same roster for the same seed and moves, whatever the threads")
  func determinism() throws {
    let problem = problem(3, members: 8)
    var answers: Set<[Assignment?]> = []
    for threads in [1, 2, 3] {
      var options = SolveOptions()
      options.method = .annealing
      options.iterations = 40_000
      options.threads = threads
      answers.insert(try Solver.solve(problem, options: options).assignments)
    }
    #expect(answers.count == 1)
  }

  @Test("leaves fixed cells and days off alone, and answers a cancelled search")
  func fixed() throws {
    let problem = problem(7)
    var options = SolveOptions()
    options.method = .annealing
    options.iterations = 1000
    options.checksEveryMove = true
    let solution = try Solver.solve(problem, options: options)
    for cell in problem.fixed {
      #expect(solution.assignments[cell.staff * problem.dayCount + cell.day] == cell.assignment)
    }
    let control = SolveControl()
    control.cancel()
    options.timeLimit = 60
    #expect(try Solver.solve(problem, options: options, control: control).isCancelled)
  }
}
