/// How far a plan is.
public struct PlanReport: Hashable, Sendable {
  /// Seconds since it began.
  public var elapsed: Double
  /// Units below minimum, summed over the squares planned.
  public var gaps: Int
  /// Units below target, above minimum.
  public var shortfall: Int
  /// What the best plan so far costs.
  public var cost: Int
  /// No plan costs less; 0 where nothing better is known.
  public var bound: Int

  /// A report.
  public init(elapsed: Double, gaps: Int, shortfall: Int = 0, cost: Int, bound: Int = 0) {
    self.elapsed = elapsed
    self.gaps = gaps
    self.shortfall = shortfall
    self.cost = cost
    self.bound = bound
  }
}
