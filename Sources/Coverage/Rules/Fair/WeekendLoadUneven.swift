import RosterModel

/// EQL002: a unit with more weekends than others of its kind.
enum WeekendLoadUneven: RosterRule {
  static let info = RuleInfo(
    id: "EQL002", name: "weekend-load-uneven", severity: .warning,
    summary: "A unit works on more weekends than the mean of its force, regime and district, beyond a tolerance.",
    reason:
      "Weekends with work are compared per day not absent, the history of up to 28 days before the period included. "
      + "An excess of less than one weekend is none.",
    settings: [LoadTally.tolerance(of: "weekends")])

  static func check(_ grid: CoverageGrid, into collector: inout FindingCollector) {
    let calendar = grid.frame.calendar
    let excesses = LoadTally.excesses(grid, of: info) { day, _ in calendar.weekend(day) }
    collector.report(excesses, of: grid, "weekend")
  }
}
