import Synchronization

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
  /// Where annealing begins, in units of cost: some tenths of what one missing unit costs in the public sets.
  private static let hottest = 15.0
  /// Above this many rows of the master, annealing has all the time.
  private static let mostMasterRows = 1500
  /// With a number of moves in place of a time, one neighbourhood is searched for so many of them.
  private static let movesPerNeighbourhood = 100_000
  /// Rounds of pricing after each member settled: twenty where there is time for them, fewer where members are many.
  private var roundsPerSettling: Int { max(4, min(20, 400 / max(1, model.staffCount))) }

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
    // What it finds is not trimmed, so a search that is to be trimmed is not its own.
    if options.trims { return nil }
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
    let first = try given() ?? start
    let board = RosterBoard(cost: first.totalCost(model).soft, state: first, bound: bound)
    offer(start.totalCost(model).soft, start, board, moves: 0)
    var moves = 0
    let isSmall = MasterPoint.all(model).count + model.staffCount <= Self.mostMasterRows
    let share = isSmall ? Self.annealingShare : 1
    try anneal(until: limit * share, threads: options.threads, board, &moves)
    if !isSmall {
      // The inverse of so large a programme costs more than it brings.
    } else if limit == .infinity {
      generateColumns(board, random)
    } else {
      try searchSideBySide(board, random, &moves)
    }
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
  private func anneal(
    until end: Double, threads: Int, _ board: RosterBoard, _ moves: inout Int, turn: UInt64 = 0
  ) throws(SolveError) {
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

  /// One thread generates columns; the others anneal for a while, and then join it where it is ahead.
  private func searchSideBySide(
    _ board: RosterBoard, _ random: RandomSource, _ moves: inout Int
  ) throws(SolveError) {
    let fault = Mutex<SolveError?>(nil)
    let total = Mutex(moves)
    let shared = self
    Threads.run(max(1, options.threads)) { index in
      if index == 0 { return shared.generateColumns(board, random) }
      var own = 0
      var turn: UInt64 = 0
      while !shared.isStopped && !board.isProven {
        let ahead = board.cost
        turn += 1
        let end = min(shared.limit, shared.elapsed + shared.limit * (turn == 1 ? 0.3 : 0.6))
        do throws(SolveError) {
          try shared.anneal(until: end, threads: 1, board, &own, turn: turn * 64 + UInt64(index))
        } catch {
          fault.withLock { $0 = error }
          break
        }
        if board.cost < ahead || board.root == nil { continue }
        shared.joinColumns(board, seed: UInt64(index))
      }
      let made = own
      total.withLock { $0 += made }
    }
    moves = total.withLock { $0 }
    if let error = fault.withLock({ $0 }) { throw error }
  }

  /// Searches neighbourhoods with a copy of the programme that another thread has solved.
  private func joinColumns(_ board: RosterBoard, seed: UInt64) {
    guard var search = board.root else { return }
    search.random = RandomSource(seed: options.seed, stream: seed)
    searchNeighbourhoods(&search, board, most: .max)
  }

  private var isStopped: Bool { control.isCancelled || elapsed >= limit }

  private func offer(_ cost: Int, _ state: SearchState, _ board: RosterBoard, moves: Int) {
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

  /// Generates columns from the best roster, dives, and searches neighbourhoods.
  private func generateColumns(_ board: RosterBoard, _ random: RandomSource) {
    let neighbourhoods = options.iterations.map { $0 / Self.movesPerNeighbourhood } ?? .max
    let (control, deadline) = (control, begun + limit)
    let pricer = Pricer(rows: rows, programme: programme, points: MasterPoint.all(model), threads: 1, problem, model)
    guard neighbourhoods > 0,
      var search = ColumnSearch(
        pricer: pricer, start: board.best.state, random: random, model,
        isStopped: { control.isCancelled || MonotonicClock.now() >= deadline })
    else { return }
    search.raiseBound(to: board.bound)
    search.restart()
    var round = 0
    while !search.isStopped() && round < Self.mostRootRounds(elapsed, limit) {
      let isSolved = search.generate(rounds: 1, target: 1e-5)
      publish(search, board)
      if isSolved { break }
      round += 1
    }
    if options.threads > 1 { board.leave(search) }
    _ = search.tryDive(rounds: roundsPerSettling)
    publish(search, board)
    searchNeighbourhoods(&search, board, most: neighbourhoods)
  }

  private func searchNeighbourhoods(_ search: inout ColumnSearch, _ board: RosterBoard, most: Int) {
    var tried = 0
    while !search.isStopped() && !board.isProven && tried < most {
      if board.cost < search.bestCost { search.take(board.best.state) }
      _ = search.tryNeighbourhood(rounds: roundsPerSettling)
      publish(search, board)
      tried += 1
    }
  }

  private static func mostRootRounds(_ elapsed: Double, _ limit: Double) -> Int {
    limit == .infinity ? 60 : elapsed < limit * 0.5 ? .max : 0
  }

  private func publish(_ search: ColumnSearch, _ board: RosterBoard) {
    board.raise(search.bound)
    if search.bestCost < board.cost {
      offer(search.bestCost, search.bestState(SearchState(problem, model)), board, moves: 0)
    } else if let last = control.progress, last.bound != board.bound {
      var next = last
      (next.bound, next.elapsed) = (board.bound, elapsed)
      control.publish(next)
    }
  }
}
