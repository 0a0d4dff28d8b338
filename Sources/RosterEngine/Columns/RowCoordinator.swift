import Synchronization

/// Searches a problem whose rows can be planned one by one: descent by rows, a short annealing, then column generation.
struct RowCoordinator {
  let problem: Problem
  let model: Model
  let rows: RowModel
  let programme: RowProgramme
  let options: SolveOptions
  let control: SolveControl
  /// Anneals rows; `nil` where the general annealing must.
  let annealing: AnnealingCoordinator?
  let begun = MonotonicClock.now()
  let limit: Double

  /// The share of the time that annealing has before columns are generated.
  private static let annealingShare = 0.08
  /// Where annealing begins, in units of cost: some tenths of what one missing unit costs in the public sets.
  private static let hottest = 15.0

  /// What the search found.
  struct Outcome {
    var assignments: [Assignment?]
    var cost: Int
    var moves: Int
    var bound: Int

    init(_ outcome: Coordinator.Outcome, bound: Int) {
      self.init(assignments: outcome.assignments, cost: outcome.cost, moves: outcome.moves, bound: bound)
    }

    init(assignments: [Assignment?], cost: Int, moves: Int, bound: Int) {
      (self.assignments, self.cost, self.moves, self.bound) = (assignments, cost, moves, bound)
    }
  }

  /// `nil` when some constraint has no place in a row programme.
  init?(_ problem: Problem, _ model: Model, _ options: SolveOptions, _ control: SolveControl) {
    // What it finds is not trimmed, so a search that is to be trimmed is not its own.
    if options.trims { return nil }
    guard let rows = RowModel(problem, model) else { return nil }
    let choices = RowModel.choices(model, SearchState(problem, model))
    guard let programme = RowProgramme(rows, model, choices: choices) else { return nil }
    (self.problem, self.model, self.rows, self.programme) = (problem, model, rows, programme)
    (self.options, self.control) = (options, control)
    limit = options.timeLimit ?? (options.iterations == nil ? 60 : .infinity)
    annealing = AnnealingCoordinator(
      problem, model, rows, programme: programme, options, control, begun: begun)
  }

  var elapsed: Double { MonotonicClock.now() - begun }

  /// The best roster found, or `nil` if someone has no row that keeps the hard rules.
  func run(bound: Int) throws(SolveError) -> Outcome? {
    var random = RandomSource(seed: options.seed)
    guard let start = try annealing?.firstRoster() ?? start(&random) else { return nil }
    report(start.totalCost(model).soft, bound, counts: start.counts, moves: 0)
    let first = try given() ?? start
    let board = RosterBoard(cost: first.totalCost(model).soft, state: first, bound: bound)
    offer(start.totalCost(model).soft, start, board, moves: 0)
    var moves = 0
    if options.method != .columns {
      try anneal(until: limit * Self.annealingShare, threads: options.threads, board, &moves)
    }
    try generateColumns(board, &moves)
    let best = board.best
    var outcome = Outcome(Coordinator.Outcome(assignments: [], cost: best.cost, moves: moves), bound: board.bound)
    outcome.assignments = best.state.assignments(model)
    return outcome
  }

  /// The roster to start from as far as it keeps the rules; `nil` if there is none, or it lacks what must be reached.
  private func given() throws(SolveError) -> SearchState? {
    guard !options.start.isEmpty else { return nil }
    var own = options
    own.iterations = 0
    let found = try Coordinator(problem, model, own, control, begun: begun, reports: false).run(bound: 0)
    let roster = state(of: found.assignments)
    return roster.obligationCost(model) == 0 ? roster : nil
  }

  /// Anneals until a time since the search began, or for the moves there are.
  func anneal(
    until end: Double, threads: Int, _ board: RosterBoard, _ moves: inout Int, turn: UInt64 = 0
  ) throws(SolveError) {
    if let annealing {
      moves += try annealing.run(
        from: board.best.state, until: end, moves: limit < .infinity ? nil : options.iterations, threads: threads,
        turn: turn
      ) { cost, state, moves in offer(cost, state, board, moves: moves) }
      return
    }
    var own = options
    own.threads = threads
    own.seed = options.seed &+ turn &* 0x9E37_79B9
    own.start = board.best.state.assignments(model)
    if limit < .infinity { own.timeLimit = end }
    let coordinator = Coordinator(
      problem, model, own, control, begun: begun, hottest: Self.hottest, reports: false)
    let found = try coordinator.run(bound: board.bound)
    moves += found.moves
    let roster = state(of: found.assignments)
    if roster.obligationCost(model) == 0 { offer(found.cost, roster, board, moves: moves) }
  }

  var isStopped: Bool { control.isCancelled || elapsed >= limit }

  func offer(_ cost: Int, _ state: SearchState, _ board: RosterBoard, moves: Int) {
    if board.offer(cost: cost, state) { report(cost, board.bound, counts: state.counts, moves: moves) }
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
        if control.isCancelled || elapsed >= limit { return isFirst ? nil : state }
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
    control.publish(
      SolveProgress(elapsed: elapsed, cost: cost, bound: bound, counts: counts, moves: moves, model))
  }
}
