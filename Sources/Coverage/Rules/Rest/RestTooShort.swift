import RosterModel

/// RST002: too little rest from the end of one shift to the start of the next.
enum RestTooShort: UnitRule {
  static let info = RuleInfo(
    id: "RST002", name: "rest-too-short", severity: .error,
    summary: "A unit has less rest than `rest_hours` from the end of one shift to the start of its next.",
    reason:
      "Rest is time elapsed between the two instants, over any number of days and over changes of daylight saving. "
      + "Postings at one time are the matter of unit-twice-in-a-shift.",
    regimeKey: .restHours)

  static func check(_ timeline: UnitTimeline, into found: inout [Violation]) {
    guard let needed = timeline.regime?.restMinutes, needed > 0, var last = timeline.entries.first else { return }
    for entry in timeline.entries.dropFirst() {
      let rest = entry.start - last.end
      if rest < needed, entry.isInPeriod, !timeline.isAtOnce(last, entry) {
        found.append(
          Violation(
            at: entry, of: timeline.unit, anchor: anchor(last, entry, timeline.frame), measured: rest,
            bound: needed, otherDay: last.day, otherShift: last.shift, otherLine: last.readLine))
      }
      if entry.end >= last.end { last = entry }
    }
  }

  /// Both postings: a new one between two that were too close already is too close to each of them anew.
  private static func anchor(
    _ left: UnitTimeline.Entry, _ right: UnitTimeline.Entry, _ frame: RosterFrame
  ) -> Int {
    let shifts = frame.clock.shiftCount
    return (Int(left.day) * shifts + Int(left.shift)) << 32 ^ (Int(right.day) * shifts + Int(right.shift))
  }

  static func text(of violation: Violation, in frame: RosterFrame) -> String {
    "rest \(hours(violation.measured)) < \(hours(violation.bound)) after "
      + "\(frame.shiftID(violation.otherShift)) on \(frame.shortDate(violation.otherDay))"
  }
}
