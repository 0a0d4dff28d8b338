import RosterEngine

/// The handle on a running plan: stops it and tells how far it is, from any thread.
public final class PlanControl: Sendable {
  /// The search of the first plan.
  let first = SolveControl()
  /// The search of the plan with fair shares, where there is one.
  let second = SolveControl()

  /// A handle for one run.
  public init() {}

  /// Asks planning to stop with the best plan so far; it answers within 50 ms.
  public func cancel() {
    first.cancel()
    second.cancel()
  }

  /// Whether `cancel` was called.
  public var isCancelled: Bool { first.isCancelled }

  /// The latest report, or `nil` before the first plan; each replaces the one before.
  public var progress: PlanProgress? {
    guard let begun = first.progress else { return nil }
    guard let latest = second.progress else { return PlanProgress(begun) }
    return PlanProgress(latest, after: begun)
  }
}
