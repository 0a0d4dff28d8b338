import RosterModel

/// ORG009: a demand row that asks for nobody anywhere.
enum DemandOfNothing: RosterRule {
  static let info = RuleInfo(
    id: "ORG009", name: "demand-of-nothing", severity: .warning,
    summary: "A demand row has no square: none of its days is in the period, or none of its beats is of its kind.",
    reason:
      "What it was written for is not asked for, and so is not missed when nobody stands there: a date of the wrong year "
      + "does it. Mend `days`, `place` or `kind`, or remove the row.")

  static func check(_ grid: CoverageGrid, into collector: inout FindingCollector) {
    let frame = grid.frame
    let period = frame.roster.settings.period
    var meetsPeriod: [DayPattern: Bool] = [:]
    for row in frame.roster.demand {
      let meets = meetsPeriod[row.days] ?? (0..<frame.days).contains { row.days.contains(frame.day($0)) }
      meetsPeriod[row.days] = meets
      let site = FindingCollector.Site(
        district: frame.roster.district(of: row.place)?.raw ?? -1, force: row.force)
      if !meets {
        collector.report(
          site, .row(table: "demand", id: "\(frame.roster.id(row.place))/\(row.days)"),
          at: .row("demand.csv", row.line, "days"), data: [.init("days", row.days.description)],
          "\(frame.path(of: row.place)): no day of \(row.days) is in the period, "
            + "\(period.lowerBound) to \(period.upperBound)")
      } else if row.isPerBeat, let kind = row.kind, !frame.hasBeat(of: kind, in: row.place) {
        collector.report(
          site, .row(table: "demand", id: "\(frame.roster.id(row.place))/\(kind)"),
          at: .row("demand.csv", row.line, "kind"), data: [.init("kind", kind.rawValue)],
          "\(frame.path(of: row.place)): no beat there is a \(kind)")
      }
    }
  }
}

extension RosterFrame {
  /// Whether a place that is known has a beat of a kind; a place that is not known is found by its own rule.
  fileprivate func hasBeat(of kind: BeatKind, in place: Place) -> Bool {
    if case .unknown = place { return true }
    return places.beats(in: place).contains { roster.beats[Int($0)].kind == kind }
  }
}
