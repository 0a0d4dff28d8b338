import RosterModel

/// RST005: too many nights in a row.
enum TooManyNightsInARow: UnitRule {
  static let info = RuleInfo(
    id: "RST005", name: "too-many-nights-in-a-row", severity: .error,
    summary: "A unit works a night on more than `max_consecutive_nights` duty days in a row.",
    reason:
      "A night is a shift marked `night`, or a duty that covers one. The nights of history before the period count.",
    regimeKey: .maxConsecutiveNights)

  static func check(_ timeline: UnitTimeline, into found: inout [Violation]) {
    guard let most = timeline.regime?.maxConsecutiveNights else { return }
    for run in timeline.runs(longerThan: most, where: \.isNight) {
      guard let position = run.breakingEntry else { continue }
      found.append(
        Violation(
          at: timeline.entries[position], of: timeline.unit, anchor: Int(run.firstDay), measured: run.days,
          bound: most, otherDay: run.firstDay))
    }
  }

  static func text(of violation: Violation, in frame: RosterFrame) -> String {
    "\(violation.measured) nights in a row > \(violation.bound), from \(frame.shortDate(violation.otherDay))"
  }
}
