import RosterModel

/// ABS001: a unit is posted while it is absent.
enum AssignedWhileAbsent: UnitRule {
  static let info = RuleInfo(
    id: "ABS001", name: "assigned-while-absent", severity: .error,
    summary: "A unit is posted while it is absent.",
    reason:
      "The posting does not count: the cell stands as if it were empty. An absence of a shift keeps the unit from every "
      + "shift that shares a tile with it. Post another unit, or take the absence away.")

  static let column = "day"

  static func check(_ timeline: UnitTimeline, into found: inout [Violation]) {
    for (entry, reason, line) in timeline.whileAbsent {
      let anchor = Int(entry.day) * timeline.frame.clock.shiftCount + Int(entry.shift) + Int(entry.beat) << 32
      found.append(
        Violation(
          at: entry, of: timeline.unit, anchor: anchor, measured: reason, bound: -1, otherLine: line > 0 ? line : nil))
    }
  }

  static func text(of violation: Violation, in frame: RosterFrame) -> String {
    "absent (\(AbsenceReason.allCases[violation.measured].rawValue)) on \(frame.shortDate(violation.day))"
  }
}
