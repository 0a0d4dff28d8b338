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

  @Test("the last override that holds somewhere decides there; one of a day holds on no several days")
  func overrides() throws {
    let rule = try #require(rest)
    var city = CityFixture()
    city.roster.settings.rules["rest-too-short"] = RuleSetting(
      severity: .warning,
      overrides: [
        RuleOverride(force: .guard, severity: .error), RuleOverride(district: "yunusobod", severity: .info),
        RuleOverride(force: .volunteer, days: CityFixture.pattern("sat sun"), severity: .off),
        RuleOverride(force: .volunteer),
      ])
    let policy = RulePolicy(city.roster.settings)
    let (friday, saturday) = (CityFixture.date("2026-12-04"), CityFixture.date("2026-12-05"))
    #expect(policy.severity(of: rule) == .warning)
    #expect(policy.severity(of: rule, at: RuleSite(force: .police)) == .warning)
    #expect(policy.severity(of: rule, at: RuleSite(force: .guard)) == .error)
    #expect(policy.severity(of: rule, at: RuleSite(force: .guard, district: "yunusobod")) == .info)
    #expect(policy.severity(of: rule, at: RuleSite(force: .volunteer, day: friday)) == .warning)
    #expect(policy.severity(of: rule, at: RuleSite(force: .volunteer, day: saturday)) == .off)
    #expect(policy.severity(of: rule, at: RuleSite(force: .volunteer)) == .warning)
    #expect(policy.isHard(rule))
    #expect(policy.strictest(of: rule, at: RuleSite(force: .police)) == .warning)
    #expect(RulePolicy(city.roster.settings, overrides: ["RST": .info]).strictest(of: rule) == .info)
  }

  @Test("a setting is the last override's that holds and has it, then the roster's, then the catalogue's")
  func settings() throws {
    let rule = try #require(RuleCatalogue.rule("EQL001"))
    var city = CityFixture()
    #expect(RulePolicy(city.roster.settings).value("tolerance", of: rule) == .integer(2))
    city.roster.settings.rules["night-load-uneven"] = RuleSetting(
      values: ["tolerance": .integer(3)],
      overrides: [
        RuleOverride(force: .guard, values: ["tolerance": .integer(4)]), RuleOverride(force: .guard, severity: .info),
        RuleOverride(force: .police, values: ["tolerance": .text("many")]),
      ])
    let policy = RulePolicy(city.roster.settings)
    #expect(policy.value("tolerance", of: rule) == .integer(3))
    #expect(policy.value("tolerance", of: rule, at: RuleSite(force: .guard)) == .integer(4))
    #expect(policy.value("tolerance", of: rule, at: RuleSite(force: .police)) == .integer(3))
    #expect(policy.value("no_such", of: rule) == nil)
  }

  @Test("validator and desk take the override's severity at the posting's force, district and day")
  func verdicts() {
    var city = CityFixture()
    city.regime { $0.restMinutes = 720 }
    let guardUnit = city.unit("g", .guard)
    let police = city.unit("p")
    for unit in [guardUnit, police] {
      for offset in [0, 4] {
        city.post(unit, offset, CityFixture.b)
        city.post(unit, offset + 1, CityFixture.a)
      }
    }
    city.roster.settings.rules["rest-too-short"] = RuleSetting(overrides: [
      RuleOverride(force: .guard, days: CityFixture.pattern("sat sun"), severity: .info),
      RuleOverride(force: .police, district: "yunusobod", severity: .off),
    ])
    #expect(
      city.findings("RST002").map { "\($0.subject) \($0.severity)" } == [
        "unit:g/2026-12-01/A error", "unit:g/2026-12-05/A info",
      ])
    let reasons = city.grid.breaks(
      of: Assignment(day: city.day(3), shift: CityFixture.c, beat: CityFixture.y1Post, unit: guardUnit))
    #expect(reasons.filter { $0.rule.id == "RST002" }.map(\.severity) == [.error])
    let lenient = city.grid.breaks(
      of: Assignment(day: city.day(6), shift: CityFixture.a, beat: CityFixture.y1Post, unit: guardUnit))
    #expect(!lenient.contains { $0.rule.id == "RST002" })
    #expect(
      !city.grid.breaks(
        of: Assignment(day: city.day(3), shift: CityFixture.c, beat: CityFixture.y1Post, unit: police)
      )
      .contains { $0.rule.id == "RST002" })
  }

  @Test("what reading finds cannot be re-graded")
  func fixed() {
    var city = CityFixture()
    city.rule("bad-csv", .off)
    #expect(RulePolicy(city.roster.settings, overrides: ["FMT": .info]).severity(of: FormatRules.badCSV) == .error)
  }
}
