import Planner
import RosterModel

/// A plan that is asked for.
public struct PlanOrder: Sendable {
  /// The number by which its answers are told from those of an earlier one.
  public let ticket: Int
  /// The roster to plan.
  public let roster: Roster
  /// What of it may change.
  public let scope: PlanScope
}
