import RosterModel

/// RST008: fewer hours in the period than a unit should work.
enum UnderHours: UnitRule {
  static let info = RuleInfo(
    id: "RST008", name: "under-hours", severity: .warning,
    summary: "A unit works less than `min_hours` in the period.",
    reason:
      "The limit is per 28 days; it is scaled to the days of the period on which the unit is not absent the whole day and "
      + "rounded down to whole shifts of the regime.",
    regimeKey: .minHours)

  /// A further posting brings more hours.
  static let bindsEveryPlan = false

  static func check(_ timeline: UnitTimeline, into found: inout [Violation]) {
    guard let fewest = timeline.limits?.minMinutes(daysPresent: timeline.daysPresent) else { return }
    let total = timeline.entries.reduce(0) { $0 + ($1.isInPeriod ? $1.minutes : 0) }
    guard total < fewest else { return }
    found.append(Violation(unit: Int32(timeline.unit), measured: total, bound: fewest))
  }

  static func text(of violation: Violation, in frame: RosterFrame) -> String {
    "\(hours(violation.measured)) < \(hours(violation.bound)) in the period"
  }
}
