import RosterModel

/// RST006: a run of days off between two working days that is too short.
enum TooFewDaysOffInARow: UnitRule {
  static let info = RuleInfo(
    id: "RST006", name: "too-few-days-off-in-a-row", severity: .error,
    summary: "A unit has fewer than `min_consecutive_days_off` days off between two working days.",
    reason:
      "Days of absence are days off. A run of days off that reaches back before the history or to the end of the period "
      + "is free. It is found at the posting that ends the run.",
    regimeKey: .minConsecutiveDaysOff)

  static let column = "day"

  /// A further posting may fill the day off that is too few.
  static let bindsEveryPlan = false

  static func check(_ timeline: UnitTimeline, into found: inout [Violation]) {
    guard let fewest = timeline.regime?.minConsecutiveDaysOff, var last = timeline.entries.first else { return }
    for entry in timeline.entries.dropFirst() {
      let off = Int(entry.day) - Int(last.day) - 1
      if off > 0, off < fewest, entry.isInPeriod {
        found.append(
          Violation(
            at: entry, of: timeline.unit, anchor: Int(last.day) << 32 ^ Int(entry.day), measured: off, bound: fewest,
            otherDay: last.day))
      }
      last = entry
    }
  }

  static func text(of violation: Violation, in frame: RosterFrame) -> String {
    "\(counted(violation.measured, "day")) off in a row < \(violation.bound) after \(frame.shortDate(violation.otherDay))"
  }
}
