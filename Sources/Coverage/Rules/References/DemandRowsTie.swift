import RosterModel

/// FMT007 for demand: two rows that meet on a square with nothing to tell which of them is meant.
enum DemandRowsTie: RosterRule {
  static let info = FormatRules.duplicateKey

  static func check(_ grid: CoverageGrid, into collector: inout FindingCollector) {
    let frame = grid.frame
    for tie in frame.plan.ties {
      guard let square = frame.plan.square(tie.square) else { continue }
      let used = frame.roster.demand[tie.used]
      let unused = frame.roster.demand[tie.unused]
      collector.report(
        .everything, frame.subject(of: square), at: .row("demand.csv", unused.line, "place"),
        data: [.init("other_line", Int(used.line))],
        "\(frame.path(of: frame.plan.lines[square.line].place)), \(square.day) \(frame.tileID(square.tile)): the row of "
          + "line \(used.line) asks for the same units and is as precise, so it is used; change or remove one of them")
    }
  }
}
