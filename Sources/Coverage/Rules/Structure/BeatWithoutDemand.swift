import RosterModel

/// ORG003: no demand counts anyone on a beat.
enum BeatWithoutDemand: RosterRule {
  static let info = RuleInfo(
    id: "ORG003", name: "beat-without-demand", severity: .info,
    summary: "No demand row counts a unit on this beat on any day of the period.",
    reason: "Nobody will be planned there. Add a row to demand.csv, or remove the beat if it is no longer held.")

  static func check(_ grid: CoverageGrid, into collector: inout FindingCollector) {
    let frame = grid.frame
    for (number, beat) in frame.roster.beats.enumerated() where frame.plan.linesOfBeat[number].isEmpty {
      collector.report(
        .init(district: frame.places.districtOfBeat[number]), .row(table: "beats", id: beat.id),
        at: .row("beats.csv", beat.line, "id"),
        "no demand counts a unit on \(frame.path(of: .beat(BeatReference(number))))")
    }
  }
}
