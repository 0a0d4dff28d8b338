import RosterModel

/// FMT009 for demand: rows that would expand to more squares than are expanded.
enum DemandTooLarge: RosterRule {
  static let info = FormatRules.tooLarge

  static func check(_ grid: CoverageGrid, into collector: inout FindingCollector) {
    for row in grid.frame.plan.unexpanded {
      collector.report(
        .everything, .row(table: "demand"), at: .row("demand.csv", grid.frame.roster.demand[row].line),
        "the demand has more than \(DemandPlan.mostSquares) squares; this row is left out; shorten the period or ask for "
          + "fewer places")
    }
  }
}
