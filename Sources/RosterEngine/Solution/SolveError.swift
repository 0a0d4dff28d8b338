/// Why a search gave no roster.
public enum SolveError: Error, Hashable, Sendable {
  /// The problem does not hold together; see the evidence.
  case invalidProblem(ProblemFault)
  /// A fault of the engine: the cost it kept differs from the cost recomputed.
  case costMismatch(kept: Int, recomputed: Int)
  /// A fault of the engine: it broke hard rules that the fixed part of the problem did not.
  case brokenRules(before: Int, after: Int)
}
