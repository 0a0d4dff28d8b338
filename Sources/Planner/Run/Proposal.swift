import RosterModel

/// A plan for a roster: what it changes, what it costs, what it leaves open.
public struct Proposal: Sendable {
  /// The change of the roster that was planned.
  public var change: PlanChange
  /// The same as edits that are done and undone as one.
  public var step: EditStep
  /// What the plan costs by the roster's weights.
  public var cost: PlanCost
  /// No plan of this scope costs less; 0 where nothing better is known.
  public var bound: Int
  /// No plan of this scope leaves fewer units below target, those below minimum included; 0 where nothing better is known.
  public var shortBound: Int
  /// Units below minimum, summed over the squares of the scope.
  public var gaps: Int
  /// Units below target, above minimum, summed over the squares of the scope.
  public var shortfall: Int
  /// What is left as it is or cannot be used, and why.
  public var notes: [PlanNote]
  /// Moves tried.
  public var moves: Int
  /// Whether it was stopped before its limit and is the best so far.
  public var isCancelled: Bool

  /// How far the cost may be above the best possible, in per mille rounded up; `nil` while the bound is zero.
  public var excessPerMille: Int? {
    bound > 0 ? (max(0, cost.total - bound) * 1000 + bound - 1) / bound : nil
  }
}
