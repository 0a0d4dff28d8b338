import RosterModel

/// FMT009 for the grid: more cells, or more squares, than are looked at.
enum GridTooLarge: RosterRule {
  static let info = FormatRules.notRead

  static func check(_ grid: CoverageGrid, into collector: inout FindingCollector) {
    let frame = grid.frame
    if frame.days < frame.roster.settings.days {
      collector.report(
        .everything, .row(table: "roster.toml"), at: .setting(["days"]),
        "the grid has more than \(RosterFrame.mostCells) cells; only the first \(frame.days) days are looked at; "
          + "shorten the period or split the roster")
    }
    for row in frame.plan.unexpanded {
      collector.report(
        .everything, .row(table: "demand"), at: .row("demand.csv", frame.roster.demand[row].line, "place"),
        "the demand has more than \(DemandPlan.mostSquares) squares; this row is left out; shorten the period or ask for "
          + "fewer places")
    }
  }
}
