import RosterModel

/// MIX004: more units to be escorted than the escorts of a cell may take.
enum TooManyVolunteersPerEscort: RosterRule {
  static let info = RuleInfo(
    id: "MIX004", name: "too-many-volunteers-per-escort", severity: .error,
    summary: "A cell has escorts, but more units to be escorted than `at_most` for each of them.",
    reason:
      "Each `[[escort]]` is judged alone, and an escort counts fully in each. Post another escort, or move volunteers to "
      + "a cell that has room.")

  static func check(_ grid: CoverageGrid, into collector: inout FindingCollector) {
    collector.reportEscorts(of: grid, where: \.isBeyondEscort)
  }

  static func words(_ check: EscortCheck) -> String {
    "\(counted(check.escorted, "\(check.rule.force) unit")) > \(check.room) "
      + "for \(counted(check.escorts, "escort"))"
  }
}
