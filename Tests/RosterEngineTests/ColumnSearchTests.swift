import Testing

@testable import RosterEngine

@Suite("column generation")
struct ColumnSearchTests {
  private struct Bench {
    let problem: Problem
    let model: Model
    var pricer: Pricer
    var rows: RosterRows

    init(_ make: RandomRows, seed: Int) throws {
      problem = make.make(seed: UInt64(seed))
      model = Model(problem)
      let empty = SearchState(problem, model)
      let rowModel = try #require(RowModel(problem, model))
      let programme = try #require(RowProgramme(rowModel, model, choices: RowModel.choices(model, empty)))
      pricer = Pricer(
        rows: rowModel, programme: programme, points: MasterPoint.all(model), threads: 1, problem, model)
      rows = try #require(RosterRows(empty, pricer, model))
    }

    func programme() throws -> RowProgramme {
      try #require(RowProgramme(pricer.rows, model, choices: RowModel.choices(model, pricer.empty)))
    }

    func search(_ place: Neighbourhood, random: inout RandomSource) -> ColumnSearch {
      var search = ColumnSearch(
        place, around: rows.state, rows: place.members.map { rows.rows[$0] }, prices: [], unit: model.costUnit, pricer,
        random: &random, model)
      search.restart()
      return search
    }
  }

  @Test("proves bounds that no roster of a tiny problem is below", arguments: 1...5)
  func bounds(seed: Int) throws {
    var bench = try Bench(RandomRows(staffCount: 2, dayCount: 3, shiftCount: 2, allowsHard: false), seed: seed)
    let optimum = Exhaustive(bench.problem).optimum()
    var random = RandomSource(seed: UInt64(seed))
    var search = bench.search(Neighbourhood(all: bench.model), random: &random)
    let constant = bench.rows.cost - search.startCost
    let outcome = search.generate(rounds: 100, gap: 0.01, &bench.pricer, bench.model, isStopped: { false })
    #expect(outcome != .open)
    #expect(search.bound + constant * Pricer.scale <= optimum * Pricer.scale)

    var ascent = PriceAscent(points: bench.pricer.points, rows: bench.rows.rows)
    for _ in 0..<10 {
      let offers = bench.pricer.offers(
        for: [0, 1], prices: ascent.next, on: 0..<3, of: bench.rows.state, bench.model, isStopped: { false })
      ascent.learn(offers.compactMap { $0 })
      #expect(ascent.total <= optimum * Pricer.scale)
    }
  }

  @Test("finds the best rows of a neighbourhood of one member, as planning the row alone does", arguments: 1...4)
  func oneMember(seed: Int) throws {
    var bench = try Bench(RandomRows(staffCount: 4, dayCount: 7), seed: seed)
    var random = RandomSource(seed: UInt64(seed))
    var search = bench.search(Neighbourhood(members: [3], days: 0..<7), random: &random)
    _ = search.generate(rounds: 200, gap: 0.01, &bench.pricer, bench.model, isStopped: { false })
    let found = search.dive(
      rounds: 20, gap: 0.01, sure: 0.9, seconds: nil, &bench.pricer, random: &random, bench.model, isStopped: { false })
    var alone = RowSearch(rows: bench.pricer.rows, programme: try bench.programme(), bench.model)
    var state = bench.rows.state
    let saved = try #require(alone.improve(3, &state, bench.model))
    let cost = found.map { search.cost(of: $0) } ?? search.startCost
    #expect(search.startCost - cost == saved)
  }

  @Test("keeps the cost that is recomputed, hard rules, and all outside a neighbourhood", arguments: 1...3)
  func neighbourhoods(seed: Int) throws {
    let bench = try Bench(RandomRows(staffCount: 4, dayCount: 10), seed: seed)
    let pool = ColumnPool(memberCount: 4, most: 20)
    var search = NeighbourhoodSearch(
      bench.rows, pricer: bench.pricer, pool: pool, prices: [], isTimed: false, random: RandomSource(seed: 5),
      bench.model)
    let evaluator = Evaluator(bench.problem)
    for _ in 0..<5 {
      let before = search.best
      guard let (place, _) = search.attempt(bench.model, isStopped: { false }) else { continue }
      #expect(search.best.cost < before.cost)
      let cost = evaluator.cost(of: search.best.state.assignments(bench.model))
      #expect(cost.total == search.best.cost && cost.hardTotal == 0)
      for member in 0..<4 {
        let (old, new) = (before.rows[member], search.best.rows[member])
        if place.members.contains(member) {
          #expect(new.agrees(with: old, outside: place.days))
        } else {
          #expect(new.isSame(as: old))
        }
      }
    }
    #expect(search.best.cost < bench.rows.cost)
  }

  @Test("gives the same roster for the same work, whatever the threads")
  func threads() throws {
    let problem = RandomRows(staffCount: 4, dayCount: 7).make(seed: 3)
    var options = SolveOptions()
    options.iterations = 100_000
    let one = try Solver.solve(problem, options: options)
    options.threads = 2
    let two = try Solver.solve(problem, options: options)
    #expect(one.assignments == two.assignments)
    #expect(one.bound == two.bound && one.bound > 0)
    #expect(one.cost.total >= one.bound)
  }
}
