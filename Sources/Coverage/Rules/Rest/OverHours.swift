import RosterModel

/// RST007: more hours in the period than allowed.
enum OverHours: UnitRule {
  static let info = RuleInfo(
    id: "RST007", name: "over-hours", severity: .error,
    summary: "A unit works more than `max_hours` in the period.",
    reason:
      "The limit is per 28 days; it is scaled to the period and rounded down to whole shifts of the regime. History does "
      + "not count. It is found at the posting that goes beyond.",
    regimeKey: .maxHours)

  static func check(_ timeline: UnitTimeline, into found: inout [Violation]) {
    guard let most = timeline.limits?.maxMinutes else { return }
    var total = 0
    var breaking: UnitTimeline.Entry?
    for entry in timeline.entries where entry.isInPeriod {
      total += entry.minutes
      if total > most, breaking == nil { breaking = entry }
    }
    guard let breaking else { return }
    found.append(Violation(at: breaking, of: timeline.unit, anchor: 0, measured: total, bound: most))
  }

  static func text(of violation: Violation, in frame: RosterFrame) -> String {
    "\(hours(violation.measured)) > \(hours(violation.bound)) in the period"
  }
}
