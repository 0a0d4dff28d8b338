import RosterModel

/// DUP002: a unit works two shifts of one duty day.
enum UnitTwiceInADay: UnitRule {
  static let info = RuleInfo(
    id: "DUP002", name: "unit-twice-in-a-day", severity: .error,
    summary: "A unit is posted in two different shifts of one duty day.",
    reason:
      "A unit works one shift, or one duty, on a duty day. Take one of the postings away; for a longer turn give the "
      + "roster a duty that covers both shifts.")

  static let column = "unit"

  static func check(_ timeline: UnitTimeline, into found: inout [Violation]) {
    for position in timeline.entries.indices where timeline.isSecondOfDay(position) {
      let entry = timeline.entries[position]
      guard entry.isInPeriod, timeline.earlierAtOnce(position) == nil else { continue }
      let other = timeline.entries[position - 1]
      found.append(
        Violation(
          at: entry, of: timeline.unit, anchor: timeline.anchorOfDouble(position), measured: 2, bound: 1,
          otherDay: other.day, otherShift: other.shift, otherLine: other.readLine))
    }
  }

  static func text(of violation: Violation, in frame: RosterFrame) -> String {
    "already works \(frame.shiftID(violation.otherShift)) on \(frame.shortDate(violation.otherDay))"
  }
}
