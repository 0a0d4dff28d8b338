import Coverage
import RosterModel
import Testing

@Suite("How serious a rule is")
struct RulePolicyTests {
  private let rest = RuleCatalogue.rule("RST002")

  @Test("the catalogue says, the roster re-grades by name or id, and the one who asks overrides")
  func order() throws {
    let rule = try #require(rest)
    var city = CityFixture()
    #expect(RulePolicy(city.roster.settings).severity(of: rule) == .error)
    #expect(RulePolicy(city.roster.settings).isHard(rule))
    city.rule("rest-too-short", .warning)
    #expect(RulePolicy(city.roster.settings).severity(of: rule) == .warning)
    #expect(!RulePolicy(city.roster.settings).isHard(rule))
    #expect(RulePolicy(city.roster.settings, overrides: ["RST": .info]).severity(of: rule) == .info)
    #expect(RulePolicy(city.roster.settings, overrides: ["RST": .info, "RST002": .off]).severity(of: rule) == .off)
    city.roster.settings.rules = ["RST002": RuleSetting(severity: .info)]
    #expect(RulePolicy(city.roster.settings).severity(of: rule) == .info)
  }

  @Test("what reading finds cannot be re-graded")
  func fixed() {
    var city = CityFixture()
    city.rule("bad-csv", .off)
    #expect(RulePolicy(city.roster.settings, overrides: ["FMT": .info]).severity(of: FormatRules.badCSV) == .error)
  }
}
