import Glibc
import Synchronization
import Threads

/// Anneals a problem whose rows are row automata, on several threads with seeds of their own.
struct AnnealingCoordinator: Sendable {
  let problem: Problem
  let model: Model
  let tables: AnnealingTables
  /// Mends rows that annealing leaves broken; without one they stay so.
  let mender: RowSearch?
  let options: SolveOptions
  let control: SolveControl
  let begun: Double

  /// Moves for each cell and each duty of it in the annealing that finds the first roster.
  private static let firstMoves = 40
  /// Seconds between two rosters handed on.
  private static let pause = 0.1

  /// `nil` when the problem is beyond what the tables can number.
  init?(
    _ problem: Problem, _ model: Model, _ rows: RowModel, programme: RowProgramme?, _ options: SolveOptions,
    _ control: SolveControl, begun: Double
  ) {
    guard let tables = AnnealingTables(rows, SearchState(problem, model), model) else { return nil }
    (self.problem, self.model, self.tables) = (problem, model, tables)
    mender = programme.map { RowSearch(rows: rows, programme: $0, model) }
    (self.options, self.control, self.begun) = (options, control, begun)
  }

  private var elapsed: Double { MonotonicClock.now() - begun }

  /// A roster that keeps every hard rule, in a fraction of a second for most problems; `nil` if none was found.
  func firstRoster() throws(SolveError) -> SearchState? {
    let moves = tables.staffCount * tables.dayCount * tables.duties.count * Self.firstMoves
    var annealer = annealer(stream: 0)
    annealer.run(
      from: SearchState(problem, model), AnnealingCooling(tables, .quick, moves: min(moves, 20_000_000)),
      isStopped: { control.isCancelled }, onBetter: { _ in })
    if let fault = annealer.fault { throw fault }
    return outcome(of: annealer)?.state
  }

  /// Anneals from a roster until a time since the search began, or for a number of moves, on one thread then.
  ///
  /// - Parameter offer: Given each better roster with its cost and the moves so far, from any thread.
  /// - Returns: The moves made.
  func run(
    from start: SearchState, until end: Double, moves: Int?, threads: Int, turn: UInt64,
    offer: @escaping @Sendable (Int, SearchState, Int) -> Void
  ) throws(SolveError) -> Int {
    let total = Mutex(0)
    let fault = Mutex<SolveError?>(nil)
    let shared = self
    let seconds = end - elapsed
    let cooling =
      moves.map { AnnealingCooling(tables, .thorough, moves: $0) }
      ?? AnnealingCooling(tables, .thorough, seconds: seconds)
    Threads.run(moves == nil ? max(1, threads) : 1) { index in
      var annealer = shared.annealer(stream: 1 + turn * 256 + UInt64(index))
      var last = -Self.pause
      annealer.run(from: start, cooling, isStopped: { shared.control.isCancelled }) { annealer in
        guard shared.elapsed - last > Self.pause, let best = annealer.best else { return }
        last = shared.elapsed
        offer(annealer.tally.best, best, annealer.moves)
      }
      if let found = shared.outcome(of: annealer) { offer(found.cost, found.state, annealer.moves) }
      let (made, wrong) = (annealer.moves, annealer.fault)
      total.withLock { $0 += made }
      if let wrong { fault.withLock { $0 = wrong } }
    }
    if let fault = fault.withLock({ $0 }) { throw fault }
    return total.withLock { $0 }
  }

  private func annealer(stream: UInt64) -> RowAnnealer {
    RowAnnealer(
      tables, problem, model, random: RandomSource(seed: options.seed, stream: stream),
      checksEveryMove: options.checksEveryMove)
  }

  /// The best roster of an annealing that is over, rows left broken mended.
  private func outcome(of annealer: RowAnnealer) -> (cost: Int, state: SearchState)? {
    var outcome = annealer.best.map { (cost: annealer.tally.best, state: $0) }
    let broken = annealer.brokenMembers
    guard !broken.isEmpty, !control.isCancelled, annealer.tally.soft < outcome?.cost ?? .max, let mender,
      let mended = mender.mended(annealer.current, members: broken, model)
    else { return outcome }
    let cost = mended.totalCost(model).soft - mended.obligationCost(model)
    if cost < outcome?.cost ?? .max { outcome = (cost, mended) }
    return outcome
  }
}

/// How an annealing cools, and how the price of breaches rises.
struct AnnealingCooling: Sendable {
  /// Temperatures in units of cost.
  let hottest: Double
  let coldest: Double
  /// Weight of breaches to begin with, and the floor of it.
  let firstWeight: Double
  /// Moves, or seconds where there are none.
  let moves: Int?
  let seconds: Double

  static let thresholdCount = 4096

  /// What an annealing is for.
  enum Purpose: Sendable {
    /// A first roster that keeps the rules.
    case quick
    /// The best there is time for.
    case thorough
  }

  init(_ tables: AnnealingTables, _ purpose: Purpose, moves: Int? = nil, seconds: Double = 0) {
    // Between the dearest and the cheapest things a roster costs. Found best on both public sets among factors 0.3 to
    // 4.
    hottest = (purpose == .quick ? 0.2 : 1) * (tables.scale * Double(tables.unit)).squareRoot()
    coldest = min(hottest, 0.25 * Double(tables.unit))
    firstWeight = 0.2 * tables.scale
    (self.moves, self.seconds) = (moves, seconds)
  }

  /// From 0 to 1.
  func progress(moves made: Int, seconds spent: Double) -> Double {
    if let moves { return moves == 0 ? 1 : Double(made) / Double(moves) }
    return seconds > 0 ? spent / seconds : 1
  }

  /// Draws of what a move may cost: `-T ln u` for evenly spread `u`.
  ///
  /// The rule of Metropolis et al. (1953), solved for the cost, so that a move can be given up before it is fully
  /// judged.
  func fill(_ thresholds: UnsafeMutablePointer<Int32>, _ progress: Double) {
    let temperature = temperature(progress)
    for place in 0..<Self.thresholdCount {
      let chance = (Double(place) + 0.5) / Double(Self.thresholdCount)
      thresholds[place] = Int32(-log(chance) * temperature)
    }
  }

  /// Falls exponentially, and is nothing over the last twentieth.
  func temperature(_ progress: Double) -> Double {
    progress > 0.95 ? 0 : hottest * pow(coldest / hottest, progress)
  }

  /// The least that a breach costs: it rises to six times the first weight over the last fifth.
  func floor(_ progress: Double) -> Double {
    let late = max(0, progress - 0.8) / 0.2
    return firstWeight * (0.1 + 5.9 * late)
  }
}

/// Annealing alone, from a first roster to the end of the time.
struct AnnealingSearch {
  private let coordinator: AnnealingCoordinator
  private let options: SolveOptions
  private let control: SolveControl
  private let model: Model
  private let start: SearchState

  /// `nil` when the rows are no automata, or work is to be trimmed, which annealing by rows does not.
  init?(_ problem: Problem, _ model: Model, _ options: SolveOptions, _ control: SolveControl) {
    guard !options.trims, let rows = RowModel(problem, model) else { return nil }
    start = SearchState(problem, model)
    let programme = RowProgramme(rows, model, choices: RowModel.choices(model, start))
    guard
      let coordinator = AnnealingCoordinator(
        problem, model, rows, programme: programme, options, control, begun: MonotonicClock.now())
    else { return nil }
    (self.coordinator, self.options, self.control, self.model) = (coordinator, options, control, model)
  }

  /// The best roster found, or `nil` if none keeps every hard rule.
  func run(bound: Int) throws(SolveError) -> RowCoordinator.Outcome? {
    let (coordinator, control, model) = (coordinator, control, model)
    let first = try coordinator.firstRoster()
    let board = first.map { RosterBoard(cost: $0.totalCost(model).soft, state: $0, bound: bound) }
    let seconds = options.timeLimit ?? (options.iterations == nil ? 60 : .infinity)
    let found = Mutex(board)
    @Sendable func publish(_ cost: Int, _ state: SearchState, _ moves: Int) {
      control.publish(
        SolveProgress(
          elapsed: MonotonicClock.now() - coordinator.begun, cost: cost, bound: bound, counts: state.counts,
          moves: moves, model))
    }
    if let first, let board { publish(board.cost, first, 0) }
    let moves = try coordinator.run(
      from: first ?? start, until: seconds, moves: options.iterations, threads: options.threads, turn: 0
    ) { cost, state, moves in
      let isBetter = found.withLock { board in
        if let board { return board.offer(cost: cost, state) }
        board = RosterBoard(cost: cost, state: state, bound: bound)
        return true
      }
      if isBetter { publish(cost, state, moves) }
    }
    guard let best = found.withLock({ $0?.best }) else { return nil }
    return RowCoordinator.Outcome(
      assignments: best.state.assignments(model), cost: best.cost, moves: moves, bound: bound)
  }
}
