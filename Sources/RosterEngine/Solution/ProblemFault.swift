/// The first thing found wrong with a ``Problem``.
public struct ProblemFault: Hashable, Sendable {
  /// The field of the problem: `"staff"`, say.
  public var field: String
  /// The index in that field, if it is a list.
  public var index: Int?
  /// What was found and what was expected.
  public var message: String
}
