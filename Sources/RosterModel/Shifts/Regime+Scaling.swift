extension Regime {
  /// The days that the limits over a period are written for.
  public static let daysOfLimits = 28

  /// A limit per 28 days scaled to a number of days, rounded down to whole units of `step`.
  ///
  /// - Parameters:
  ///   - limit: the limit per 28 days.
  ///   - days: the days it is scaled to.
  ///   - step: what it is rounded down to a multiple of; 1 or more.
  public static func scaled(_ limit: Int, to days: Int, step: Int = 1) -> Int {
    limit * days / daysOfLimits / max(1, step) * max(1, step)
  }

  /// The shortest shift of the regime in minutes: hours of a period are rounded down to whole ones of it.
  public func shortestShift(in plan: ShiftPlan) -> Int {
    shifts.filter(\.isKnown).map { plan[$0].minutes }.min() ?? 1
  }
}
