import RosterModel

/// RST001: a unit works a shift that its regime does not have.
enum ShiftNotInRegime: UnitRule {
  static let info = RuleInfo(
    id: "RST001", name: "shift-not-in-regime", severity: .error,
    summary: "A unit is posted in a shift that is not one of its regime's.",
    reason:
      "`shifts` of a regime are the only ones that its units work. Post the unit in one of them, or add the shift to the "
      + "regime.",
    regimeKey: .shifts)

  static func check(_ timeline: UnitTimeline, into found: inout [Violation]) {
    guard let limits = timeline.limits else { return }
    for entry in timeline.entries where entry.isInPeriod && !limits.works[Int(entry.shift)] {
      let anchor = Int(entry.day) * timeline.frame.clock.shiftCount + Int(entry.shift)
      found.append(Violation(at: entry, of: timeline.unit, anchor: anchor, measured: 1, bound: 0))
    }
  }

  static func text(of violation: Violation, in frame: RosterFrame) -> String {
    let regime = frame.regime(ofUnit: Int(violation.unit))
    let shifts = (regime?.shifts ?? []).map(frame.roster.id).joined(separator: ", ")
    return "shift \(frame.shiftID(violation.shift)) is not in regime \(regime?.name ?? "") (\(shifts))"
  }
}
