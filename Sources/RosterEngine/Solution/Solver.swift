/// Searches for the roster of least cost that keeps every hard rule.
///
/// The search blocks the thread that calls ``solve(_:options:control:)`` and uses further threads of its own; stop it
/// and follow it through the ``SolveControl``. It has a valid roster at once and betters it until it is stopped.
public enum Solver {
  /// Solves a problem.
  ///
  /// - Throws: ``SolveError``; nothing else.
  public static func solve(
    _ problem: Problem, options: SolveOptions = SolveOptions(), control: SolveControl = SolveControl()
  ) throws(SolveError) -> Solution {
    defer { control.finish() }
    if let fault = problem.firstFault() { throw .invalidProblem(fault) }
    let model = Model(problem)
    let evaluator = Evaluator(problem)
    let bound = CapacityBound(problem, model).value
    let given = evaluator.cost(of: SearchState(problem, model).assignments(model), threads: options.threads)
    let outcome: RowCoordinator.Outcome
    var shortBound = 0
    if options.method == .annealing,
      let found = try AnnealingSearch(problem, model, options, control)?.run(bound: bound)
    {
      outcome = found
    } else if let found = try RowCoordinator(problem, model, options, control)?.run(bound: bound) {
      outcome = found
    } else {
      let found = try Coordinator(problem, model, options, control).run(bound: bound)
      outcome = RowCoordinator.Outcome(found, bound: found.bounds.cost)
      shortBound = found.bounds.units
    }
    let cost = evaluator.cost(of: outcome.assignments, threads: options.threads)
    guard cost.total == outcome.cost else { throw .costMismatch(kept: outcome.cost, recomputed: cost.total) }
    guard cost.hardTotal <= given.hardTotal else {
      throw .brokenRules(before: given.hardTotal, after: cost.hardTotal)
    }
    return Solution(
      assignments: outcome.assignments, cost: cost, bound: outcome.bound, shortBound: shortBound, moves: outcome.moves,
      isCancelled: control.isCancelled, dayCount: problem.dayCount)
  }
}
