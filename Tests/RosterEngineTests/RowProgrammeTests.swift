import Testing

@testable import RosterEngine

@Suite("a row planned by the row programme")
struct RowProgrammeTests {
  /// A problem of one staff member with every rule that a row programme knows, hard and soft by the seed.
  private func problem(_ random: inout TestRandom, days: Int) -> Problem {
    var problem = Problem(dayCount: days, historyDayCount: 4, slotCount: 3, postCount: 1)
    problem.shifts = [Shift(slots: [0]), Shift(slots: [1]), Shift(slots: [2], isNight: true)]
    let lengths = [480, 480, 600]
    problem.times = (-4..<days).flatMap { day in
      lengths.map { ShiftTime(start: day * 1440, end: day * 1440 + $0, minutes: $0) }
    }
    problem.weekends = [Weekend(days: [-1, 0]), Weekend(days: [3, 4])]
    func strength() -> Strength { random.below(3) == 0 ? .hard : .soft(weight: random.below(9)) }
    var contract = Contract()
    contract.forbiddenSuccessions = [Succession(earlier: 2, later: 0), Succession(earlier: 1, later: 0)]
    contract.successionStrength = strength()
    contract.workRun = Bounds(minimum: Limit(2, strength()), maximum: Limit(3, strength()))
    contract.offRun = Bounds(minimum: Limit(2, strength()), maximum: Limit(3, strength()))
    contract.shiftRuns = [ShiftBounds(shift: 2, bounds: Bounds(minimum: Limit(2, strength())))]
    contract.nightRun = Bounds(maximum: Limit(2, strength()))
    contract.shiftCounts = [ShiftBounds(shift: 1, bounds: Bounds(maximum: Limit(1 + random.below(2))))]
    if random.below(2) == 0 {
      contract.totalMinutes = Bounds(minimum: Limit(960, strength()), maximum: Limit(1920, strength()))
    } else {
      contract.assignments = Bounds(minimum: Limit(2, strength()), maximum: Limit(4, strength()))
    }
    contract.maximumWeekends = Limit(random.below(3) - 1, .soft(weight: 5))
    if random.below(2) == 0 { contract.completeWeekends = strength() }
    problem.contracts = [contract]
    problem.lineCount = 1
    problem.needs = Array(repeating: .none, count: days * 3)
    problem.needWeights = [NeedWeights(missing: 0, short: 0, surplus: 0)]
    problem.classes = [StaffClass(options: [PostOption(post: 0, lines: [0])])]
    problem.staff = [Staff(staffClass: 0, contract: 0)]
    for day in [-3, -2, -1] where random.below(2) == 0 {
      problem.history.append(
        DatedAssignment(staff: 0, day: day, assignment: Assignment(shift: random.below(3), post: 0)))
    }
    for day in 0..<days {
      problem.requests.append(
        Request(staff: 0, day: day, subject: .shift(random.below(3)), isWanted: random.below(2) == 0, weight: 4))
    }
    problem.unavailable = [Unavailability(staff: 0, day: 1, shifts: ShiftSet([0]))]
    return problem
  }

  @Test("is the cheapest of all rows, by the independent evaluator", arguments: 1...60)
  func cheapest(seed: Int) throws {
    var random = TestRandom(UInt64(seed))
    let days = 6
    let problem = problem(&random, days: days)
    #expect(problem.firstFault() == nil)
    let model = Model(problem)
    let start = SearchState(problem, model)
    let rows = try #require(RowModel(problem, model))
    var programme = try #require(RowProgramme(rows, model, choices: RowModel.choices(model, start)))
    let prices = (0..<(days * 4)).map { _ in Int32(random.below(41) - 20) }
    var cellPrices = prices
    for day in 0..<days {
      for code in 0..<4 {
        let option: Int32 = code == 0 ? -1 : 0
        cellPrices[day * 4 + code] += Int32(start.cellCost(0, day + 4, UInt8(code), option, model))
      }
    }
    let evaluator = Evaluator(problem)
    var best: Int?
    for number in 0..<4096 {
      let codes = (0..<days).map { number >> ($0 * 2) & 3 }
      if zip(codes, 0...).contains(where: { programme.choices[$1] >> UInt64($0) & 1 == 0 }) { continue }
      let cost = evaluator.cost(of: codes.map { $0 == 0 ? nil : Assignment(shift: $0 - 1, post: 0) })
      let own = rows.cost(of: codes.map { UInt8($0) }, member: 0, model)
      #expect((own != nil) == (cost.hardTotal == 0))
      guard cost.hardTotal == 0 else { continue }
      #expect(own == cost.total - cost.cost(of: .request))
      let priced = cost.total + codes.enumerated().reduce(0) { $0 + Int(prices[$1.offset * 4 + $1.element]) }
      best = min(best ?? .max, priced)
    }
    programme.leastGuided = .max
    let unguided = programme.solve(0, prices: cellPrices, scale: 1, model)
    #expect(unguided?.cost == best)
    programme.leastGuided = 0
    let answer = programme.solve(0, prices: cellPrices, scale: 1, model)
    #expect(answer?.cost == best)
    if let answer {
      let cost = evaluator.cost(of: answer.codes.map { $0 == 0 ? nil : Assignment(shift: Int($0) - 1, post: 0) })
      #expect(cost.hardTotal == 0)
      let priced = answer.codes.enumerated().reduce(cost.total) { $0 + Int(prices[$1.offset * 4 + Int($1.element)]) }
      #expect(priced == answer.cost)
    }
  }
}
