import Testing

@testable import RosterEngine

@Suite("the cost a move is said to make")
struct DeltaTests {
  @Test("is the cost recomputed from scratch, for every constraint and random moves", arguments: 1...16)
  func matchesRecomputation(seed: Int) {
    let problem = RandomProblem().make(seed: UInt64(seed))
    #expect(problem.firstFault() == nil)
    let model = Model(problem)
    let evaluator = Evaluator(problem)
    var searcher = Searcher(
      state: SearchState(problem, model), model: model, random: RandomSource(seed: UInt64(seed)))
    var search = BlockSearch(searcher: searcher, model)
    let before = evaluator.cost(of: searcher.state.assignments(model))
    #expect(searcher.cost == before.total + searcher.state.obligationCost(model))
    let obligationWeight = Int(RuleCompiler.obligationWeight(problem))
    search.members = (0..<Int32(problem.staff.count)).map { $0 }
    var accepted = 0
    for _ in 0..<1000 where accepted < 60 {
      search.propose(model)
      searcher = search.searcher
      let old = searcher.state.assignments(model)
      let hardBefore = searcher.state.totalCost(model).hard
      guard !searcher.move.isEmpty, searcher.attempt(200, model) else {
        #expect(searcher.state.assignments(model) == old)
        continue
      }
      accepted += 1
      let cost = evaluator.cost(of: searcher.state.assignments(model))
      let owed = searcher.state.obligationCost(model)
      let hard = cost.hardTotal - owed / obligationWeight
      #expect(searcher.cost == cost.total + owed)
      #expect(searcher.state.totalCost(model) == Delta(hard: hard, soft: cost.total + owed))
      #expect(hard <= hardBefore)
      search.searcher = searcher
    }
    #expect(accepted > 0)
  }

  @Test("agrees cell by cell, and the random problems exercise every constraint")
  func everyKind() {
    var untouched = Set(ConstraintKind.allCases)
    for seed in 1...20 {
      let problem = RandomProblem(allowsHard: false).make(seed: UInt64(seed) &+ 1000)
      var random = TestRandom(UInt64(seed))
      let model = Model(problem)
      let evaluator = Evaluator(problem)
      var searcher = Searcher(state: SearchState(problem, model), model: model, random: RandomSource(seed: 1))
      var old = evaluator.cost(of: searcher.state.assignments(model))
      for _ in 0..<60 {
        let kept = searcher.cost
        let (member, day) = (random.below(problem.staff.count), random.below(problem.dayCount) + model.historyDays)
        let code = random.below(5)
        let options = model.options.range(Int(model.staffClass[member]))
        let option = code == 0 ? -1 : Int32(options.lowerBound + random.below(options.count))
        searcher.move = [Change(member: Int32(member), day: Int32(day), code: UInt8(code), option: option)]
        guard searcher.attempt(.max / 2, model) else { continue }
        let new = evaluator.cost(of: searcher.state.assignments(model))
        for kind in ConstraintKind.allCases where new.cost(of: kind) != old.cost(of: kind) { untouched.remove(kind) }
        #expect(searcher.cost - kept == new.total - old.total)
        old = new
      }
    }
    #expect(untouched.isEmpty)
  }

  @Test("holds for a city after a search in which every accepted move is checked")
  func fullAssert() throws {
    var city = PlantedCity()
    city.departments = 1
    city.beatsPerDepartment = 2
    city.staffPerDepartment = 10
    var options = SolveOptions()
    options.iterations = 800
    options.checksEveryMove = true
    let solution = try Solver.solve(city.make(seed: 3).problem, options: options)
    #expect(solution.cost.hardTotal == 0)
  }
}
