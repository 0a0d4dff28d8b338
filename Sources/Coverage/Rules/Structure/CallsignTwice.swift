import RosterModel

/// ORG005: two units with one callsign.
enum CallsignTwice: RosterRule {
  static let info = RuleInfo(
    id: "ORG005", name: "callsign-twice", severity: .warning,
    summary: "Two units have the same callsign.",
    reason: "On the air and on the shift sheet nobody can tell them apart. Give one of them another callsign.")

  static func check(_ grid: CoverageGrid, into collector: inout FindingCollector) {
    let frame = grid.frame
    var first: [String: Int] = [:]
    for (number, unit) in frame.roster.units.enumerated() where !unit.callsign.isEmpty {
      guard let other = first[unit.callsign] else {
        first[unit.callsign] = number
        continue
      }
      let otherID = frame.roster.units[other].id
      collector.report(
        .init(district: frame.places.districtOfUnit[number]), .unit(unit.id), at: .row("units.csv", unit.line),
        data: [.init("callsign", unit.callsign), .init("other", otherID)],
        "\(unit.id) has the callsign of \(otherID): \(unit.callsign)")
    }
  }
}
