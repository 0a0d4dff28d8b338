import Synchronization
import Threads

/// Proves how good a roster is, once the search for it is over: bounds of its cost and of its units short.
struct BoundProof {
  /// No roster costs less, and none is shorter, than these.
  struct Bounds: Sendable {
    var cost = 0
    /// Units below what is preferred, over all points where that is wanted.
    var units = 0
  }

  let problem: Problem
  let model: Model
  let diagrams: RowDiagrams

  /// The most rounds of prices for one pocket.
  private static let rounds = 40

  /// Bounds around what a roster leaves short; one thread for each of the two where there are two.
  ///
  /// Valid whenever it is stopped. At most `rounds` rows for everyone in every pocket.
  func bounds(_ best: SearchState, threads: Int, isStopped: @escaping @Sendable () -> Bool) -> Bounds {
    let fixedRows = SearchState(problem, model)
    let pockets = PricePocket.around(best, diagrams, EscortCoupling(model, fixed: fixedRows.counts), model)
    let found = Mutex([0, 0])
    let next = Atomic<Int>(0)
    let (problem, model, diagrams) = (problem, model, diagrams)
    let objectives = [PriceBound.Objective.units, .cost]
    Threads.run(max(1, min(threads, objectives.count))) { _ in
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < objectives.count else { return }
        guard var bound = PriceBound(objectives[index], problem, model, diagrams) else { continue }
        for pocket in pockets where !isStopped() {
          bound.ascend(
            pocket, rounds: Self.rounds, best: best, fixedRows: fixedRows, model, isStopped: isStopped)
        }
        let value = bound.value
        found.withLock { $0[index] = value }
      }
    }
    let values = found.withLock { $0 }
    return Bounds(cost: max(0, values[1]), units: max(0, values[0]))
  }
}
