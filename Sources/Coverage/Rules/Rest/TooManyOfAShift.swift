import RosterModel

/// RST011: too many of one shift.
enum TooManyOfAShift: UnitRule {
  static let info = RuleInfo(
    id: "RST011", name: "too-many-of-a-shift", severity: .error,
    summary: "A unit works a shift more often than `max_shifts` allows.",
    reason:
      "The limit is per 28 days, scaled to the period and rounded down. History does not count. It is found at the "
      + "posting that goes beyond.",
    regimeKey: .maxShifts)

  static func check(_ timeline: UnitTimeline, into found: inout [Violation]) {
    guard let limits = timeline.limits else { return }
    for limit in limits.maxShifts {
      var worked = 0
      var breaking: UnitTimeline.Entry?
      for entry in timeline.entries where entry.isInPeriod && Int(entry.shift) == limit.shift {
        worked += 1
        if worked > limit.most, breaking == nil { breaking = entry }
      }
      guard let breaking else { continue }
      found.append(
        Violation(at: breaking, of: timeline.unit, anchor: limit.shift, measured: worked, bound: limit.most))
    }
  }

  static func text(of violation: Violation, in frame: RosterFrame) -> String {
    "\(violation.measured) of shift \(frame.shiftID(violation.shift)) > \(violation.bound)"
  }
}
