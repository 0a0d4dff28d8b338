/// Searches a problem whose rows can be planned one by one: descent by rows, a short annealing, then column generation.
struct RowCoordinator {
  let problem: Problem
  let model: Model
  let rows: RowModel
  let programme: RowProgramme
  let options: SolveOptions
  let control: SolveControl
  private let begun = MonotonicClock.now()
  private let limit: Double

  /// The share of the time that annealing has before columns are generated.
  private static let annealingShare = 0.08
  /// With a number of moves in place of a time, one neighbourhood is searched for so many of them.
  private static let movesPerNeighbourhood = 100_000
  /// Rounds of pricing after each member settled, as in the study that the search follows.
  private static let roundsPerSettling = 20

  /// What the search found.
  struct Outcome {
    var assignments: [Assignment?]
    var cost: Int
    var moves: Int
    var bound: Int

    init(_ outcome: Coordinator.Outcome, bound: Int) {
      (assignments, cost, moves, self.bound) = (outcome.assignments, outcome.cost, outcome.moves, bound)
    }
  }

  /// `nil` when some constraint has no place in a row programme.
  init?(_ problem: Problem, _ model: Model, _ options: SolveOptions, _ control: SolveControl) {
    guard let rows = RowModel(problem, model) else { return nil }
    let choices = RowModel.choices(model, SearchState(problem, model))
    guard let programme = RowProgramme(rows, model, choices: choices) else { return nil }
    (self.problem, self.model, self.rows, self.programme) = (problem, model, rows, programme)
    (self.options, self.control) = (options, control)
    limit = options.timeLimit ?? (options.iterations == nil ? 60 : .infinity)
  }

  private var elapsed: Double { MonotonicClock.now() - begun }

  /// The best roster found, or `nil` if someone has no row that keeps the hard rules.
  func run(bound: Int) throws(SolveError) -> Outcome? {
    var random = RandomSource(seed: options.seed)
    guard let start = start(&random) else { return nil }
    report(start.totalCost(model).soft, bound, counts: start.counts, moves: 0)
    var anneal = options
    if anneal.start.isEmpty { anneal.start = start.assignments(model) }
    if limit < .infinity { anneal.timeLimit = elapsed + limit * Self.annealingShare }
    let annealed = try Coordinator(problem, model, anneal, control, begun: begun).run(bound: bound)
    var outcome = Outcome(annealed, bound: bound)
    let roster = state(of: annealed.assignments)
    let startCost = start.totalCost(model).soft
    if startCost < outcome.cost || roster.obligationCost(model) > 0 {
      (outcome.assignments, outcome.cost) = (start.assignments(model), startCost)
    }
    generateColumns(from: [start, roster], random, &outcome)
    return outcome
  }

  /// The start: every row the best there is beside those already made; then again until no row gets better.
  func start(_ random: inout RandomSource) -> SearchState? {
    var search = RowSearch(rows: rows, programme: programme, model)
    var state = SearchState(problem, model)
    var order = Array(0..<model.staffCount)
    var isFirst = true
    while true {
      for last in stride(from: order.count - 1, to: 0, by: -1) { order.swapAt(last, random.below(last + 1)) }
      var saved = 0
      for member in order {
        if !isFirst && (control.isCancelled || elapsed >= limit) { return state }
        guard let gain = search.improve(member, &state, model) else { return nil }
        saved += gain
      }
      if isFirst { report(state.totalCost(model).soft, 0, counts: state.counts, moves: 0) }
      if !isFirst && saved == 0 { return state }
      isFirst = false
    }
  }

  private func state(of assignments: [Assignment?]) -> SearchState {
    var state = SearchState(problem, model)
    for (cell, assignment) in assignments.enumerated() where model.allowed[cell] != 0 {
      guard let assignment else { continue }
      let (member, day) = (cell / model.dayCount, cell % model.dayCount)
      let option = model.option(of: model.staffClass[member], post: Int32(assignment.post))
      state.put(member, day + model.historyDays, UInt8(assignment.shift + 1), option, model)
    }
    return state
  }

  private func report(_ cost: Int, _ bound: Int, counts: [Int32], moves: Int) {
    var missing = 0
    var short = 0
    for (need, count) in zip(model.needs, counts) {
      missing += Int(max(0, need.minimum - count))
      short += Int(max(0, need.preferred - max(count, need.minimum)))
    }
    control.publish(
      SolveProgress(
        elapsed: elapsed, cost: cost, bound: bound, missingUnits: missing, shortUnits: short, isValid: true,
        moves: moves))
  }

  /// Generates columns from rosters, betters `outcome` in place.
  private func generateColumns(from rosters: [SearchState], _ random: RandomSource, _ outcome: inout Outcome) {
    let neighbourhoods = options.iterations.map { $0 / Self.movesPerNeighbourhood } ?? .max
    let (control, deadline) = (control, begun + limit)
    // Ties between rows depend on what a thread has priced before, so a repeatable search prices on one.
    let threads = options.iterations == nil ? options.threads : 1
    let pricer = Pricer(
      rows: rows, programme: programme, points: MasterPoint.all(model), threads: threads, problem, model)
    guard neighbourhoods > 0, let first = rosters.first,
      var search = ColumnSearch(
        pricer: pricer, start: first, random: random, model,
        isStopped: { control.isCancelled || MonotonicClock.now() >= deadline })
    else { return }
    for roster in rosters.dropFirst() { search.take(roster) }
    search.movePrices(rounds: 300) { elapsed > limit * 0.2 }
    search.restart()
    search.raiseBound(to: outcome.bound)
    var round = 0
    while !search.isStopped() && round < Self.mostRootRounds(elapsed, limit) {
      let isSolved = search.generate(rounds: 1, target: 1e-5)
      publish(search, &outcome)
      if isSolved { break }
      round += 1
    }
    _ = search.tryDive(rounds: Self.roundsPerSettling)
    publish(search, &outcome)
    var tried = 0
    while !search.isStopped() && search.bestCost > search.bound && tried < neighbourhoods {
      _ = search.tryNeighbourhood(rounds: Self.roundsPerSettling)
      publish(search, &outcome)
      tried += 1
    }
  }

  private static func mostRootRounds(_ elapsed: Double, _ limit: Double) -> Int {
    limit == .infinity ? 60 : elapsed < limit * 0.4 ? .max : 0
  }

  private func publish(_ search: ColumnSearch, _ outcome: inout Outcome) {
    outcome.bound = search.bound
    let cost = min(search.bestCost, outcome.cost)
    if cost < outcome.cost {
      let best = search.bestState(SearchState(problem, model))
      outcome.cost = cost
      outcome.assignments = best.assignments(model)
      report(cost, search.bound, counts: best.counts, moves: outcome.moves)
    } else if let last = control.progress, last.bound != search.bound {
      var next = last
      (next.bound, next.elapsed) = (search.bound, elapsed)
      control.publish(next)
    }
  }
}
