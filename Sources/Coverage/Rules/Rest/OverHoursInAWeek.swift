import RosterModel

/// RST009: more hours in a week than allowed.
enum OverHoursInAWeek: UnitRule {
  static let info = RuleInfo(
    id: "RST009", name: "over-hours-in-a-week", severity: .error,
    summary: "A unit works more than `max_hours_per_week` in a week.",
    reason:
      "A week is seven duty days from Monday, and a shift belongs whole to its duty day. A week that the period cuts "
      + "counts its days of history. It is found at the posting that goes beyond.",
    regimeKey: .maxHoursPerWeek)

  static func check(_ timeline: UnitTimeline, into found: inout [Violation]) {
    guard let most = timeline.regime?.maxMinutesPerWeek else { return }
    let calendar = timeline.frame.calendar
    var week = Int.min
    var total = 0
    var breaking: UnitTimeline.Entry?
    func close() {
      guard let breaking else { return }
      found.append(
        Violation(
          at: breaking, of: timeline.unit, anchor: week, measured: total, bound: most,
          otherDay: Int32(calendar.monday(ofWeek: week))))
    }
    for entry in timeline.entries {
      let own = calendar.week(Int(entry.day))
      if own < 0 { continue }
      if own != week {
        close()
        (week, total, breaking) = (own, 0, nil)
      }
      total += entry.minutes
      if total > most, entry.isInPeriod, breaking == nil { breaking = entry }
    }
    close()
  }

  static func text(of violation: Violation, in frame: RosterFrame) -> String {
    "\(hours(violation.measured)) > \(hours(violation.bound)) in the week of \(frame.shortDate(violation.otherDay))"
  }
}
