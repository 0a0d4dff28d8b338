import RosterModel

extension RosterFrame {
  /// Where a unit's break is found: in the district of the posting to blame, or else of the unit's home.
  func site(of violation: Violation) -> FindingCollector.Site {
    let unit = Int(violation.unit)
    return FindingCollector.Site(
      district: violation.beat.map { places.districtOfBeat[Int($0)] } ?? places.districtOfUnit[unit],
      force: roster.units[unit].force, days: violation.day.map { Int($0)...Int($0) })
  }

  /// How serious a unit's break is where it is found.
  func severity(of violation: Violation) -> Severity {
    let grade = policy.grade(of: UnitRules.all[violation.rule].info)
    return grade.varies ? policy.severity(of: grade.rule, at: site(site(of: violation))) : grade.severity
  }

  /// Whether a break is one of others: the same, and there at least as bad and as serious.
  func isCovered(_ violation: Violation, by others: [Violation]) -> Bool {
    guard others.contains(where: violation.isCovered) else { return false }
    let severity = severity(of: violation)
    return others.contains { violation.isCovered(by: $0) && self.severity(of: $0) >= severity }
  }
}
