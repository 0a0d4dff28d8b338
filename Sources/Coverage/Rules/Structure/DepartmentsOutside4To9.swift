import RosterModel

/// ORG001: a district with fewer or more departments than the reform provides for.
enum DepartmentsOutside4To9: RosterRule {
  static let info = RuleInfo(
    id: "ORG001", name: "departments-outside-4-9", severity: .warning,
    summary: "A district has fewer than 4 or more than 9 departments.",
    reason:
      "A district has four to nine departments of internal affairs, so that the police are closer to residents.",
    source: "The reorganisation of the Tashkent police, 2018-2019, as the press reported it",
    settings: [
      RuleParameter("least", .integer(0...1000), standard: .integer(4), "the fewest departments of a district"),
      RuleParameter("most", .integer(0...1000), standard: .integer(9), "the most departments of a district"),
    ])

  static func check(_ grid: CoverageGrid, into collector: inout FindingCollector) {
    let roster = grid.frame.roster
    var departments = [Int](repeating: 0, count: roster.districts.count)
    for department in roster.departments where department.district.isKnown {
      departments[department.district.index] += 1
    }
    for (number, district) in roster.districts.enumerated() {
      let least = grid.frame.policy.integer("least", of: info, at: RuleSite(district: district.id))
      let most = grid.frame.policy.integer("most", of: info, at: RuleSite(district: district.id))
      if least...max(least, most) ~= departments[number] { continue }
      collector.report(
        .init(district: Int32(number)), .row(table: "districts", id: district.id),
        at: .row("districts.csv", district.line, "id"),
        data: [.init("departments", departments[number]), .init("least", least), .init("most", most)],
        "\(district.id): \(counted(departments[number], "department")), expected \(least) to \(most)")
    }
  }
}
