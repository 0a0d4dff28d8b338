import RosterModel

/// EQL001: a unit with more nights than others of its kind.
enum NightLoadUneven: RosterRule {
  static let info = RuleInfo(
    id: "EQL001", name: "night-load-uneven", severity: .warning,
    summary: "A unit works more nights than the mean of its force, regime and district, beyond a tolerance.",
    reason:
      "Nights are compared per day not absent, the history of up to 28 days before the period included. An "
      + "excess of less than one night is none.",
    settings: [LoadTally.tolerance(of: "nights")])

  static func check(_ grid: CoverageGrid, into collector: inout FindingCollector) {
    let isNight = grid.frame.roster.settings.shifts.shifts.map(\.isNight)
    let excesses = LoadTally.excesses(grid, of: info) { day, shift in isNight[shift] ? day : nil }
    collector.report(excesses, of: grid, "night")
  }
}
