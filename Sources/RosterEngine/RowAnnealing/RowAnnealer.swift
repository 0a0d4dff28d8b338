/// Anneals a roster whose rows are row automata.
///
/// Hard rules may be broken on the way at a price (see ``AnnealingWeights``); the cheapest roster that keeps them all
/// is remembered. One annealer belongs to one thread; the same seed and number of moves give the same roster.
struct RowAnnealer {
  let tables: AnnealingTables
  let kernel: AnnealingKernel
  private let memory = AnnealingMemory()
  private let thresholds: UnsafeMutablePointer<Int32>
  private let evaluator: Evaluator?
  private let model: Model
  private let empty: SearchState
  private(set) var tally = AnnealingTally()
  private(set) var weights = AnnealingWeights(first: 1)
  private(set) var moves = 0
  /// A difference between running costs and the evaluator's, where every move is checked.
  private(set) var fault: SolveError?
  private var random: RandomSource

  /// Moves between two looks at the clock and the weights.
  static let epoch = 8192

  init(
    _ tables: AnnealingTables, _ problem: Problem, _ model: Model, random: RandomSource, checksEveryMove: Bool
  ) {
    (self.tables, self.model) = (tables, model)
    kernel = AnnealingKernel(tables, AnnealingMoves(dayCount: tables.dayCount), memory)
    thresholds = memory.fill(0, AnnealingCooling.thresholdCount)
    evaluator = checksEveryMove ? Evaluator(problem) : nil
    empty = SearchState(problem, model)
    self.random = random
  }

  /// Anneals from a roster, as it stands or with breaches, until the cooling is over or it is stopped.
  ///
  /// - Parameter onBetter: Told the cost whenever a better roster without breaches was met, at most once an epoch.
  mutating func run(
    from start: SearchState, _ cooling: AnnealingCooling, isStopped: () -> Bool, onBetter: (RowAnnealer) -> Void
  ) {
    weights = AnnealingWeights(first: cooling.firstWeight)
    kernel.apply(weights, tables)
    tally = kernel.load(tables.roster(start, model), tables)
    kernel.apply(weights, tables)
    if tally.broken == 0 { (tally.best, tally.isBest) = (tally.soft, true) }
    var reported = Int.max
    let begun = MonotonicClock.now()
    var made = 0
    while true {
      let progress = cooling.progress(moves: made, seconds: MonotonicClock.now() - begun)
      if progress >= 1 || isStopped() { break }
      cooling.fill(thresholds, progress)
      var left = min(Self.epoch, (cooling.moves ?? .max) - made)
      while left > 0 {
        let tried = kernel.run(
          left, thresholds: thresholds, stopsAtChange: evaluator != nil, &tally, &random)
        left -= tried
        made += tried
        fault = mismatch()
        if fault != nil { return }
      }
      weights.adapt(kernel.broken(), floor: cooling.floor(progress))
      kernel.apply(weights, tables)
      if tally.best < reported {
        reported = tally.best
        onBetter(self)
      }
    }
    moves += made
    kernel.keepBest(&tally)
  }

  /// The cheapest roster without a breach that the last run met, or `nil`.
  var best: SearchState? {
    guard tally.best < .max else { return nil }
    return state(of: tally.isBest ? kernel.duties : kernel.best)
  }

  /// The roster as the last run left it, breaches and all.
  var current: SearchState { state(of: kernel.duties) }

  /// Members whose row breaks a hard rule in ``current``.
  var brokenMembers: [Int] {
    (0..<tables.staffCount).filter { member in
      (1..<BreachClass.tallySize).contains { kernel.tallies[member * BreachClass.tallySize + $0] > 0 }
    }
  }

  private func state(of duties: UnsafeMutablePointer<UInt8>) -> SearchState {
    var state = empty
    for member in 0..<tables.staffCount {
      let options = Int(model.staffClass[member]) * tables.duties.count
      for day in 0..<tables.dayCount where model.allowed[member * tables.dayCount + day] != 0 {
        let duty = Int(duties[member * tables.dayCount + day])
        if duty == 0 { continue }
        state.put(
          member, day + model.historyDays, tables.duties.codes[duty], tables.duties.options[options + duty], model)
      }
    }
    return state
  }

  /// Holds the running cost against the evaluator's.
  private func mismatch() -> SolveError? {
    guard let evaluator else { return nil }
    let cost = evaluator.cost(of: current.assignments(model))
    if cost.total != tally.soft { return .costMismatch(kept: tally.soft, recomputed: cost.total) }
    if cost.hardTotal != tally.broken { return .brokenRules(before: tally.broken, after: cost.hardTotal) }
    return nil
  }
}
