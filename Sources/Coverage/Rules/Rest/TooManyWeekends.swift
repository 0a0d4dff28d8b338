import RosterModel

/// RST010: work on too many weekends.
enum TooManyWeekends: UnitRule {
  static let info = RuleInfo(
    id: "RST010", name: "too-many-weekends", severity: .error,
    summary: "A unit works on more than `max_weekends` weekends of the period.",
    reason:
      "A weekend counts once, whether one or all of its days are worked. The limit is per 28 days, scaled to the period "
      + "and rounded down. It is found at the first posting of the weekend that is too many.",
    regimeKey: .maxWeekends)

  static let column = "day"

  static func check(_ timeline: UnitTimeline, into found: inout [Violation]) {
    guard let most = timeline.limits?.maxWeekends else { return }
    var worked = 0
    var last = Int.min
    var breaking: UnitTimeline.Entry?
    for entry in timeline.entries where entry.isInPeriod {
      guard let weekend = timeline.frame.calendar.weekend(Int(entry.day)), weekend != last else { continue }
      last = weekend
      worked += 1
      if worked > most, breaking == nil { breaking = entry }
    }
    guard let breaking else { return }
    found.append(Violation(at: breaking, of: timeline.unit, anchor: 0, measured: worked, bound: most))
  }

  static func text(of violation: Violation, in frame: RosterFrame) -> String {
    "\(violation.measured) weekends with work > \(violation.bound)"
  }
}
