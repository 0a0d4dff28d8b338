import Coverage
import RosterModel
import Testing

@Suite("WAI001 waiver-expired, WAI002 waiver-of-nothing")
struct WaiverTests {
  @Test("a waived finding is counted and does not stand, and its waiver passes")
  func passes() {
    let result = Validator.validate(city("RST002").roster)
    #expect(!result.findings.contains { ["RST002", "WAI001", "WAI002"].contains($0.rule.id) })
    #expect(result.waived.map(\.rule.id) == ["RST002"])
    #expect(result.summary.waived == 1)
    #expect(Validator.validate(city("rest-too-short").roster).summary.waived == 1)
  }

  @Test("a waiver of other days or another subject accepts nothing and is a warning")
  func nothing() {
    for city in [
      city("RST002", first: "2026-12-02"), city("RST002", subject: "unit:u/2026-12-01/B"), city("RST003"),
    ] {
      let result = Validator.validate(city.roster)
      #expect(result.summary.waived == 0)
      #expect(result.findings.filter { $0.rule.family == "WAI" }.map(\.rule.id) == ["WAI002"])
      #expect(result.findings.contains { $0.rule.id == "RST002" })
    }
  }

  @Test("a waiver of an unknown rule, or of one that cannot be waived, is a warning that says so")
  func unknown() {
    #expect(city("RST999").findings("WAI002").map(\.message) == ["there is no rule RST999"])
    #expect(city("REF001").findings("WAI002").map(\.message) == ["REF001 unknown-id cannot be waived"])
  }

  @Test("a waiver is not held to be of nothing where its rule was not run or only a part was asked for")
  func notRun() {
    let city = city("RST003")
    #expect(city.findings("WAI002").isEmpty)
    var options = ValidationOptions()
    options.scope = CoverageScope(from: city.day(1))
    #expect(!Validator.findings(in: city.roster, options: options).contains { $0.rule.family == "WAI" })
  }

  @Test("a waiver that ended before today, or before the period, has expired")
  func expired() {
    #expect(city("RST002", first: "2026-10-01", last: "2026-11-29").subjects("WAI001").count == 1)
    var options = ValidationOptions()
    options.today = CityFixture.date("2026-12-05")
    let result = Validator.validate(city("RST002", last: "2026-12-04").roster, options: options)
    #expect(result.findings.filter { $0.rule.family == "WAI" }.map(\.rule.id) == ["WAI001"])
    #expect(result.summary.waived == 1)
  }

  private func city(
    _ rule: String, subject: String = "unit:u/2026-12-01/A", first: String = "2026-11-30", last: String = "2026-12-06"
  ) -> CityFixture {
    var city = CityFixture()
    city.regime { $0.restMinutes = 720 }
    let unit = city.unit("u")
    city.post(unit, 0, CityFixture.b)
    city.post(unit, 1, CityFixture.a)
    city.roster.waivers = [
      Waiver(
        rule: rule, subject: subject, firstDay: CityFixture.date(first), lastDay: CityFixture.date(last),
        reason: "one night", by: "commander", line: 2)
    ]
    return city
  }
}
