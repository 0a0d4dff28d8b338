import RosterModel

/// ORG004: a posting after the period.
enum OutsidePeriod: RosterRule {
  static let info = RuleInfo(
    id: "ORG004", name: "outside-period", severity: .warning,
    summary: "An assignment is on a day after the period.",
    reason:
      "It is in no cell and no rule looks at it. Days before the period are history and are welcome. Lengthen the "
      + "period by `days` in roster.toml, or move the row to the next roster.")

  static func check(_ grid: CoverageGrid, into collector: inout FindingCollector) {
    let frame = grid.frame
    for assignment in grid.assignments {
      let offset = frame.calendar.offset(of: assignment.day)
      guard offset >= frame.days else { continue }
      let district = assignment.beat.isKnown ? frame.places.districtOfBeat[assignment.beat.index] : -1
      collector.report(
        .init(
          district: district, force: assignment.unit.isKnown ? frame.roster.units[assignment.unit.index].force : nil),
        .unit(frame.roster.id(assignment.unit), day: assignment.day, shift: frame.roster.id(assignment.shift)),
        at: .row(of: assignment, "day"),
        "\(frame.roster.id(assignment.unit)) on \(assignment.day): the period ends on \(frame.day(frame.days - 1))")
    }
  }
}
