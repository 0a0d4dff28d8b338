import Testing

@testable import RosterEngine

@Suite("a proven bound")
struct BoundTests {
  private func proven(_ problem: Problem, threads: Int = 1) -> BoundProof.Bounds {
    let model = Model(problem)
    return BoundProof(problem: problem, model: model, diagrams: RowDiagrams(problem, model))
      .bounds(SearchState(problem, model), threads: threads, isStopped: { false })
  }

  /// The least cost and the fewest units short of all rosters in which nobody breaks hard rules further than with nothing
  /// but days off.
  private func least(_ problem: Problem) -> (cost: Int, units: Int) {
    let evaluator = Evaluator(problem)
    var roster = [Assignment?](repeating: nil, count: problem.staff.count * problem.dayCount)
    let model = Model(problem)
    let empty = SearchState(problem, model)
    func excess(_ state: SearchState, _ member: Int) -> Int {
      state.hardExcess(member, model.historyDays, model.rowLength - 1, most: .max / 2, model)
    }
    var least = (cost: Int.max, units: Int.max)
    func extend(_ cell: Int) {
      if cell == roster.count {
        var state = empty
        for (cell, assignment) in roster.enumerated() {
          guard let assignment else { continue }
          let (member, day) = cell.quotientAndRemainder(dividingBy: problem.dayCount)
          let option = model.option(of: model.staffClass[member], post: Int32(assignment.post))
          state.put(member, day + model.historyDays, UInt8(assignment.shift + 1), option, model)
        }
        guard problem.staff.indices.allSatisfy({ excess(state, $0) <= excess(empty, $0) }),
          state.ratioCost(model).hard <= empty.ratioCost(model).hard
        else { return }
        let cost = evaluator.cost(of: roster)
        least.cost = min(least.cost, cost.total)
        least.units = min(least.units, cost.missingUnits + cost.shortUnits)
        return
      }
      let member = cell / problem.dayCount
      let staff = problem.staff[member]
      extend(cell + 1)
      for option in problem.classes[staff.staffClass].options where option.isAssignable {
        for shift in problem.shifts.indices
        where option.shifts.contains(shift) && problem.contracts[staff.contract].allowedShifts.contains(shift)
          && !problem.unavailable.contains(where: {
            $0.staff == member && $0.day == cell % problem.dayCount && $0.shifts.contains(shift)
          })
        {
          roster[cell] = Assignment(shift: shift, post: option.post)
          extend(cell + 1)
        }
      }
      roster[cell] = nil
    }
    extend(0)
    return least
  }

  @Test("is never above the best of all rosters", arguments: 1...10)
  func valid(seed: Int) {
    var problem = RandomProblem(staffCount: 2, dayCount: 2, historyDayCount: 4).make(seed: UInt64(seed))
    problem.fixed = []
    let (bounds, least) = (proven(problem), least(problem))
    #expect(bounds.cost <= least.cost)
    #expect(bounds.units <= least.units)
  }

  /// One crew that stands every fourth day at most, where one is wanted every day.
  private func crew(days: Int) -> Problem {
    var problem = Problem(dayCount: days, historyDayCount: 0, slotCount: 1, postCount: 1)
    problem.shifts = [Shift(slots: [0])]
    problem.times = (0..<days).map { ShiftTime(start: $0 * 1440, end: ($0 + 1) * 1440) }
    problem.lineCount = 1
    problem.needs = Array(repeating: Need(minimum: 1), count: days)
    problem.needWeights = [NeedWeights(missing: 1000, short: 100, surplus: 10)]
    problem.classes = [StaffClass(options: [PostOption(post: 0, lines: [0])])]
    problem.contracts = [Contract()]
    problem.contracts[0].minimumRest = Limit(72 * 60)
    problem.staff = [Staff(staffClass: 0, contract: 0)]
    return problem
  }

  @Test("is exact where rest alone is what is lacking, though everyone could work on each day by itself")
  func rest() {
    let problem = crew(days: 8)
    #expect(CapacityBound(problem, Model(problem)).value == 0)
    #expect(proven(problem).units == 6)
    #expect(proven(problem).cost == 6000)
  }

  /// Two posts, police who may stand alone, volunteers who may stand only beside them.
  private func escorted(_ random: inout TestRandom) -> Problem {
    var problem = Problem(dayCount: 2, historyDayCount: 0, slotCount: 1, postCount: 2)
    problem.shifts = [Shift(slots: [0])]
    problem.times = (0..<2).map { ShiftTime(start: $0 * 1440, end: $0 * 1440 + 480) }
    // By post the demand, the volunteers and the police.
    problem.lineCount = 6
    problem.needs = (0..<12).map { index in
      let wanted = index / 2 < 2 ? random.below(4) : 0
      return Need(minimum: min(wanted, random.below(4)), preferred: wanted)
    }
    problem.needWeights = [NeedWeights(missing: 1000, short: 100, surplus: 10)]
    problem.classes = [
      StaffClass(options: [PostOption(post: 0, lines: [0, 4]), PostOption(post: 1, lines: [1, 5])]),
      StaffClass(options: [PostOption(post: 0, lines: [0, 2]), PostOption(post: 1, lines: [1, 3])]),
    ]
    problem.ratios = (0..<2).map { Ratio(limited: 2 + $0, by: 4 + $0, factor: 1 + random.below(2)) }
    problem.contracts = [Contract()]
    problem.staff = (0..<4).map { Staff(staffClass: $0 == 0 ? 0 : random.below(2), contract: 0) }
    return problem
  }

  @Test("knows that volunteers want escorts, and is never above the best of all rosters")
  func escorts() throws {
    var random = TestRandom(12)
    var proofs = 0
    for _ in 0..<25 {
      let problem = escorted(&random)
      let shortages = try Shortages.prove(problem, around: Array(repeating: nil, count: 8))
      let bounds = proven(problem)
      var alone = problem
      alone.ratios = []
      let least = least(problem)
      #expect(bounds.cost <= least.cost)
      #expect(bounds.units <= least.units)
      #expect(shortages.units <= least.units)
      if let proof = shortages.proof {
        #expect(proof.wanted > proof.possible)
        #expect(least.units > 0)
      }
      if shortages.units > proven(alone).units { proofs += 1 }
    }
    #expect(proofs > 3)
  }

  @Test("is the same on one thread and on two")
  func threads() {
    let problem = crew(days: 13)
    let (one, two) = (proven(problem), proven(problem, threads: 2))
    #expect(one.cost == two.cost)
    #expect(one.units == two.units)
  }

  @Test("comes with a plan that is trimmed, and is never above what the plan leaves")
  func solved() throws {
    var city = PlantedCity()
    city.departments = 1
    city.beatsPerDepartment = 3
    city.staffPerDepartment = 24
    city.sparePercent = -10
    var options = SolveOptions()
    options.iterations = 20_000
    options.trims = true
    let solution = try Solver.solve(city.make(seed: 2).problem, options: options)
    #expect(solution.shortBound <= solution.cost.missingUnits + solution.cost.shortUnits)
    #expect(solution.bound <= solution.cost.total)
  }
}
