import RosterEngine

/// The handle on a running plan: stops it and tells how far it is, from any thread.
public final class PlanControl: Sendable {
  let engine = SolveControl()

  /// A handle for one run.
  public init() {}

  /// Asks planning to stop with the best plan so far; it answers within 50 ms.
  public func cancel() { engine.cancel() }

  /// Whether `cancel` was called.
  public var isCancelled: Bool { engine.isCancelled }

  /// The latest report, or `nil` before the first plan; each replaces the one before.
  public var progress: PlanProgress? { engine.progress.map { PlanProgress($0) } }
}
