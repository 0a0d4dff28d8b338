extension RuleCase {
  /// Rest and hours.
  static let rest = [
    limit("RST001", "", "7A 8B 9C", "7A ⟦RST001:shift⟧8D"),
    limit("RST002", "rest_hours = 12", "7A 8B 10A", "7A 8B ⟦RST002:shift⟧9A"),
    limit("RST003", "weekly_rest_hours = 42", "7A 8A 9A 10A 11A", "7A 8A 9A 10A 11A ⟦RST003:shift⟧12A"),
    limit("RST004", "max_consecutive_days = 3", "7A 8A 9A 11A", "7A 8A 9A ⟦RST004:day⟧10A"),
    limit("RST005", "max_consecutive_nights = 2", "7C 8C 10C", "7C 8C ⟦RST005:shift⟧9C"),
    limit("RST006", "min_consecutive_days_off = 2", "7A 8A 11A", "7A 8A ⟦RST006:day⟧10A"),
    limit("RST007", "max_hours = 64", "7A 9A", "7A 9A ⟦RST007:shift⟧11A"),
    RuleCase(
      "RST008",
      passing: [
        "roster.toml": BaseRoster.settings(regime: "min_hours = 64"), "units.csv": unit,
        "assignments.csv": BaseRoster.postings("7A 9A"),
      ],
      failing: [
        "roster.toml": BaseRoster.settings(regime: "min_hours = 64"),
        "units.csv": unit.replacing("\nu1", with: "\n⟦RST008⟧u1"), "assignments.csv": BaseRoster.postings("7A"),
      ]),
    limit("RST009", "max_hours_per_week = 16", "6A 7A 9A", "7A 9A ⟦RST009:shift⟧11A"),
    limit("RST010", "max_weekends = 0", "7A 11A", "7A ⟦RST010:day⟧12A 13A"),
    limit("RST011", "max_shifts = { C = 4 }", "7C 9B", "7C 9B ⟦RST011:shift⟧11C"),
  ]

  private static let unit = "id,callsign,force,home,reach,regime\nu1,Сокол,police,n1,district,three\n"

  /// A key of the regime, and the turns of a unit that keep to it and that do not.
  private static func limit(_ rule: String, _ key: String, _ good: String, _ bad: String) -> RuleCase {
    RuleCase(
      rule,
      passing: [
        "roster.toml": BaseRoster.settings(regime: key), "assignments.csv": BaseRoster.postings(good),
      ],
      failing: [
        "roster.toml": BaseRoster.settings(regime: key), "assignments.csv": BaseRoster.postings(bad),
      ])
  }
}
