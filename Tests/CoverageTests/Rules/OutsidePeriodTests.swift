import Coverage
import RosterModel
import Testing

@Suite("ORG004 outside-period")
struct OutsidePeriodTests {
  @Test("history before the period passes")
  func passes() {
    var city = CityFixture()
    let unit = city.unit("u")
    city.post(unit, -3, CityFixture.a)
    city.post(unit, 6, CityFixture.a)
    #expect(city.findings("ORG004").isEmpty)
  }

  @Test("a posting after the period is a warning at its row, and only that")
  func fails() {
    var city = CityFixture()
    let unit = city.unit("u")
    city.post(unit, 7, CityFixture.d)
    let findings = Validator.findings(in: city.roster).filter { $0.location?.file == "assignments.csv" }
    #expect(findings.map(\.rule.id) == ["ORG004"])
    #expect(findings.first?.location?.line == 2)
  }
}
