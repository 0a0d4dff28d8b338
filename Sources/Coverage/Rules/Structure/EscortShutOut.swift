import RosterModel

/// ORG008: a beat that a force may hold, and none of those that must escort it there.
enum EscortShutOut: RosterRule {
  static let info = RuleInfo(
    id: "ORG008", name: "escort-shut-out", severity: .warning,
    summary: "A beat lets a force hold it that must be escorted, and lets none of its escorts.",
    reason:
      "An escorted force stands only beside its escort in the same cell, so it can never stand on this beat without breaking a "
      + "rule. Add an escorting force to the beat's `forces`, or take the escorted one away.")

  static func check(_ grid: CoverageGrid, into collector: inout FindingCollector) {
    let frame = grid.frame
    for (number, beat) in frame.roster.beats.enumerated() {
      for rule in frame.roster.settings.escorts
      where beat.forces.contains(rule.force) && beat.forces.isDisjoint(with: rule.by) {
        let escorts = rule.by.forces.map(\.rawValue).joined(separator: " or ")
        collector.report(
          .init(district: frame.places.districtOfBeat[number], force: rule.force),
          .row(table: "beats", id: beat.id), at: .row("beats.csv", beat.line, "forces"),
          data: [.init("force", rule.force.rawValue)],
          "\(beat.id): \(rule.force) may hold it, but not \(escorts), without whom it stands nowhere")
      }
    }
  }
}
