import RosterModel

/// MIX003: a cell with units to be escorted, and no escort.
enum VolunteerWithoutEscort: RosterRule {
  static let info = RuleInfo(
    id: "MIX003", name: "volunteer-without-escort", severity: .error,
    summary: "Units of an escorted force stand in a cell in which nobody escorts them.",
    reason:
      "Volunteers patrol only beside police or Guard. `[[escort]]` of roster.toml says who is escorted by whom. A posting "
      + "that does not count does not escort. Post an escort to the same beat and shift, or take the volunteers away.")

  static func check(_ grid: CoverageGrid, into collector: inout FindingCollector) {
    collector.reportEscorts(of: grid, where: \.isWithoutEscort)
  }

  static func words(_ check: EscortCheck) -> String {
    "\(counted(check.escorted, "\(check.rule.force) unit")) without "
      + "\(check.rule.by.forces.map(\.rawValue).joined(separator: " or "))"
  }
}
