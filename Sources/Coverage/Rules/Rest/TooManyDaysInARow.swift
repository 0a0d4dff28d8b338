import RosterModel

/// RST004: too many working days in a row.
enum TooManyDaysInARow: UnitRule {
  static let info = RuleInfo(
    id: "RST004", name: "too-many-days-in-a-row", severity: .error,
    summary: "A unit works more than `max_consecutive_days` duty days in a row.",
    reason:
      "The days of history before the period count. A run is found once, at its first posting too many; give the unit a "
      + "day off inside it.",
    regimeKey: .maxConsecutiveDays)

  static let column = "day"

  static func check(_ timeline: UnitTimeline, into found: inout [Violation]) {
    guard let most = timeline.regime?.maxConsecutiveDays else { return }
    for run in timeline.runs(longerThan: most, where: { _ in true }) {
      guard let position = run.breakingEntry else { continue }
      found.append(
        Violation(
          at: timeline.entries[position], of: timeline.unit, anchor: Int(run.firstDay), measured: run.days,
          bound: most, otherDay: run.firstDay))
    }
  }

  static func text(of violation: Violation, in frame: RosterFrame) -> String {
    "\(violation.measured) days in a row > \(violation.bound), from \(frame.shortDate(violation.otherDay))"
  }
}
