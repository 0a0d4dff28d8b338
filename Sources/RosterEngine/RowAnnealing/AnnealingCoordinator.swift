import Synchronization
import Threads

/// Anneals a problem whose rows are row automata, on several threads with seeds of their own.
struct AnnealingCoordinator: Sendable {
  let problem: Problem
  let model: Model
  let tables: AnnealingTables
  /// Mends rows that annealing leaves broken; without one they stay so.
  let mender: RowMender?
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
    mender = programme.map { RowMender(RowSearch(rows: rows, programme: $0, model)) }
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
