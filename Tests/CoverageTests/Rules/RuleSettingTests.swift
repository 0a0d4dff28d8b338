import Coverage
import RosterModel
import Testing

@Suite("What roster.toml sets of rules: FMT004, FMT006, REF001")
struct RuleSettingTests {
  @Test("settings that the rules have pass")
  func passes() {
    var city = CityFixture()
    city.rule("night-load-uneven", .info, ["tolerance": .integer(0)])
    city.rule("COV004", nil, ["from": .text("18:00"), "forces": .list([.text("guard")]), "share": .integer(50)])
    city.roster.settings.weights.rules = ["rest-too-short": 20]
    for rule in ["FMT004", "FMT006", "REF001"] { #expect(city.findings(rule).isEmpty) }
  }

  @Test("a rule, or a setting, that there is not is a warning at its line")
  func unknown() {
    var city = CityFixture()
    city.roster.settings.rules = [
      "night-load-unever": RuleSetting(line: 7),
      "EQL001": RuleSetting(values: ["tolerence": .integer(1)], lines: ["tolerence": 9]),
    ]
    city.roster.settings.weights.rules = ["gpa": 5]
    #expect(
      city.subjects("FMT004") == [
        "row:roster.toml/weights.gpa", "row:roster.toml/rules.night-load-unever",
        "row:roster.toml/rules.EQL001.tolerence",
      ])
    #expect(city.findings("FMT004").map(\.location?.line) == [nil, 7, 9])
  }

  @Test("a value that a setting does not take, and a severity where none may be given, are errors")
  func bad() {
    var city = CityFixture()
    city.roster.settings.rules = [
      "bad-csv": RuleSetting(severity: .off, lines: ["severity": 3]),
      "night-load-uneven": RuleSetting(values: ["tolerance": .integer(29)], lines: ["tolerance": 5]),
      "COV004": RuleSetting(
        overrides: [RuleOverride(values: ["from": .text("6 pm")], lines: ["from": 8])]),
    ]
    #expect(
      city.subjects("FMT006") == [
        "row:roster.toml/rules.bad-csv.severity", "row:roster.toml/rules.night-load-uneven.tolerance",
        "row:roster.toml/rules.COV004.override.0.from",
      ])
    #expect(city.findings("FMT006").allSatisfy { $0.severity == .error })
  }

  @Test("an override of a district that there is not is an unknown id")
  func district() {
    var city = CityFixture()
    city.roster.settings.rules["COV001"] = RuleSetting(
      overrides: [RuleOverride(district: "atlantis", severity: .off, lines: ["district": 4])])
    #expect(city.findings("REF001").map(\.location?.line) == [4])
  }

  @Test("settings may differ by district")
  func byDistrict() {
    var city = CityFixture()
    city.roster.districts.append(District(id: "chilonzor", name: "Chilonzor", line: 3))
    city.roster.settings.rules["departments-outside-4-9"] = RuleSetting(
      values: ["least": .integer(2)], overrides: [RuleOverride(district: "chilonzor", values: ["least": .integer(0)])])
    #expect(city.findings("ORG001").isEmpty)
  }
}
