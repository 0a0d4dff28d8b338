/// The inner loop of annealing by rows, laid bare so that its speed can be measured and held against a twin's.
package final class InnerLoop {
  /// The roster and its tables.
  package let kernel: AnnealingKernel
  private let tables: AnnealingTables
  private let memory = AnnealingMemory()
  private let thresholds: UnsafeMutablePointer<Int32>
  private let start: [UInt8]
  private let seed: UInt64

  /// What a run came to.
  package struct Outcome: Sendable {
    /// Where the roster stands, with the checksum of the moves taken.
    package let tally: AnnealingTally
    /// Seconds in the loop itself.
    package let seconds: Double
  }

  /// Tries so many moves at the thresholds given; the signature of the loop itself.
  package typealias Body =
    @Sendable (
      AnnealingKernel, Int, UnsafeMutablePointer<Int32>, inout AnnealingTally, inout RandomSource
    ) -> Void

  /// Begins from the roster with nothing in it but what is fixed; `nil` where rows cannot be annealed.
  package init?(_ problem: Problem, seed: UInt64) {
    let model = Model(problem)
    let empty = SearchState(problem, model)
    guard problem.firstFault() == nil, let rows = RowModel(problem, model),
      let tables = AnnealingTables(rows, empty, model)
    else { return nil }
    (self.tables, self.seed) = (tables, seed)
    start = tables.roster(empty, model)
    kernel = AnnealingKernel(tables, AnnealingMoves(dayCount: tables.dayCount), memory)
    thresholds = memory.fill(0, AnnealingCooling.thresholdCount)
  }

  /// The loop as annealing runs it.
  package static let own: Body = { kernel, moves, thresholds, tally, random in
    _ = kernel.run(moves, thresholds: thresholds, stopsAtChange: false, &tally, &random)
  }

  /// Anneals through a whole cooling with a loop, the weights of breaches adapted between its calls.
  package func run(moves: Int, _ body: Body) -> Outcome {
    let cooling = AnnealingCooling(tables, .thorough, moves: moves)
    var weights = AnnealingWeights(first: cooling.firstWeight)
    var random = RandomSource(seed: seed)
    kernel.apply(weights, tables)
    var tally = kernel.load(start, tables)
    kernel.apply(weights, tables)
    var (made, seconds) = (0, 0.0)
    while made < moves {
      let count = min(RowAnnealer.epoch, moves - made)
      let progress = cooling.progress(moves: made, seconds: 0)
      cooling.fill(thresholds, progress)
      let begun = MonotonicClock.now()
      body(kernel, count, thresholds, &tally, &random)
      seconds += MonotonicClock.now() - begun
      made += count
      weights.adapt(kernel.broken(), floor: cooling.floor(progress))
      kernel.apply(weights, tables)
    }
    return Outcome(tally: tally, seconds: seconds)
  }
}
