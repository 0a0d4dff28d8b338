import Testing

@testable import RosterEngine

@Suite("a search")
struct SolverTests {
  private var city: PlantedCity {
    var city = PlantedCity()
    city.departments = 3
    city.beatsPerDepartment = 3
    city.staffPerDepartment = 24
    return city
  }

  @Test("gives the same roster for a seed and a number of moves on one thread and on three")
  func determinism() throws {
    let problem = city.make(seed: 5).problem
    var options = SolveOptions()
    options.iterations = 12_000
    options.seed = 11
    let one = try Solver.solve(problem, options: options)
    options.threads = 3
    let three = try Solver.solve(problem, options: options)
    #expect(one.assignments == three.assignments)
    #expect(one.moves == three.moves)
    options.seed = 12
    #expect(try Solver.solve(problem, options: options).assignments != one.assignments)
  }

  @Test("breaks no hard rule and leaves fixed cells as they were, on random problems", arguments: 1...20)
  func validAndFixed(seed: Int) throws {
    let problem = RandomProblem(staffCount: 8, dayCount: 14).make(seed: UInt64(seed))
    var options = SolveOptions()
    options.iterations = 4000
    let solution = try Solver.solve(problem, options: options)
    var given = [Assignment?](repeating: nil, count: solution.assignments.count)
    for cell in problem.fixed { given[cell.staff * problem.dayCount + cell.day] = cell.assignment }
    let evaluator = Evaluator(problem)
    #expect(solution.cost.hardTotal <= evaluator.cost(of: given).hardTotal)
    #expect(solution.cost == evaluator.cost(of: solution.assignments))
    #expect(solution.bound <= solution.cost.total)
    for cell in problem.fixed { #expect(solution[cell.staff, cell.day] == cell.assignment) }
    for cell in problem.unavailable {
      guard !problem.fixed.contains(where: { $0.staff == cell.staff && $0.day == cell.day }) else { continue }
      #expect(solution[cell.staff, cell.day].map { cell.shifts.contains($0.shift) } != true)
    }
  }

  @Test("finds the optimum of problems small enough to try every roster", arguments: 1...6)
  func optimum(seed: Int) throws {
    var problem = RandomProblem(staffCount: 2, dayCount: 2, historyDayCount: 4, allowsHard: false)
      .make(seed: UInt64(seed))
    problem.fixed = []
    var options = SolveOptions()
    options.iterations = 20_000
    let solution = try Solver.solve(problem, options: options)
    #expect(solution.cost.total == Exhaustive(problem).optimum())
    #expect(solution.bound <= solution.cost.total)
  }

  @Test("covers a planted city without a unit below minimum")
  func plantedCity() throws {
    var options = SolveOptions()
    options.iterations = 60_000
    options.threads = 2
    let solution = try Solver.solve(city.make(seed: 1).problem, options: options)
    #expect(solution.cost.hardTotal == 0)
    #expect(solution.cost.missingUnits == 0)
  }

  @Test("that is cancelled gives a valid roster and says that it was cancelled")
  func cancelled() throws {
    let control = SolveControl()
    control.cancel()
    let solution = try Solver.solve(city.make(seed: 2).problem, control: control)
    #expect(solution.isCancelled)
    #expect(solution.cost.hardTotal == 0)
    #expect(control.isFinished)
  }

  @Test("reports progress until it is over")
  func progress() async throws {
    let control = SolveControl()
    let problem = city.make(seed: 2).problem
    async let solution = Task.detached {
      var options = SolveOptions()
      options.iterations = 5_000
      return try Solver.solve(problem, options: options, control: control)
    }.value
    var last: SolveProgress?
    for await progress in Solver.progress(of: control) { last = progress }
    #expect(try await solution.cost.total == last?.cost)
  }

  @Test("starts from the roster it is given, where that breaks no rule")
  func warmStart() throws {
    let (problem, planted) = city.make(seed: 4)
    var options = SolveOptions()
    options.iterations = 0
    options.start = planted
    let solution = try Solver.solve(problem, options: options)
    #expect(solution.cost.missingUnits == 0)
    #expect(solution.cost.shortUnits == 0)
  }

  @Test("of a problem that does not hold together says what is wrong")
  func fault() throws {
    var problem = city.make(seed: 4).problem
    problem.staff[2].contract = 99
    let expected = ProblemFault(field: "staff", index: 2, message: "has a class or contract out of range")
    #expect(throws: SolveError.invalidProblem(expected)) { try Solver.solve(problem) }
  }

  @Test("of a problem without staff, shifts or days off to give ends at once")
  func empty() throws {
    var problem = Problem(dayCount: 3, historyDayCount: 0, slotCount: 1, postCount: 0)
    #expect(try Solver.solve(problem).cost.total == 0)
    problem.classes = [StaffClass(options: [])]
    problem.contracts = [Contract()]
    problem.staff = [Staff(staffClass: 0, contract: 0)]
    var options = SolveOptions()
    options.iterations = 100
    #expect(try Solver.solve(problem, options: options).cost.total == 0)
  }
}
