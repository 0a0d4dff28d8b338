import RosterModel

/// RST003: a week without an uninterrupted rest that is long enough.
enum WeeklyRestTooShort: UnitRule {
  static let info = RuleInfo(
    id: "RST003", name: "weekly-rest-too-short", severity: .error,
    summary: "A week holds no uninterrupted free span of `weekly_rest_hours`.",
    reason:
      "A week goes from Monday's first shift to the next Monday's. One that the period cuts uses the history; missing "
      + "history and time after the period are free. It is found at the posting that leaves no such span.",
    regimeKey: .weeklyRestHours)

  static func check(_ timeline: UnitTimeline, into found: inout [Violation]) {
    guard let needed = timeline.regime?.weeklyRestMinutes, needed > 0 else { return }
    let frame = timeline.frame
    let entries = timeline.entries
    var from = 0
    for week in frame.calendar.weeks {
      let begin = frame.weekBeginnings[week]
      let end = frame.weekBeginnings[week + 1]
      while from < entries.count, entries[from].end <= begin { from += 1 }
      var longest = 0
      var free = begin
      var breaking: UnitTimeline.Entry?
      for entry in entries[from...] {
        if entry.start >= end { break }
        longest = max(longest, entry.start - free)
        free = max(free, entry.end)
        if breaking == nil, max(longest, end - free) < needed { breaking = entry }
      }
      longest = max(longest, end - free)
      guard let breaking, breaking.isInPeriod, longest < needed else { continue }
      let monday = Int32(frame.calendar.monday(ofWeek: week))
      found.append(
        Violation(
          at: breaking, of: timeline.unit, anchor: week, measured: max(0, longest), bound: needed, otherDay: monday))
    }
  }

  static func text(of violation: Violation, in frame: RosterFrame) -> String {
    "longest rest \(hours(violation.measured)) < \(hours(violation.bound)) in the week of "
      + frame.shortDate(violation.otherDay)
  }
}
