import Coverage
import RosterModel
import Testing

@Suite("ORG009 demand-of-nothing")
struct DemandOfNothingTests {
  @Test("demand of any day of the period, of a kind that some beat there is, passes")
  func passes() {
    var city = CityFixture()
    city.demand(.beat(CityFixture.y1Post), minimum: 1)
    #expect(city.findings("ORG009").isEmpty)
  }

  @Test("a date of another year is a warning, one finding a row")
  func wrongYear() throws {
    var city = CityFixture()
    city.demand(.beat(CityFixture.y1Post), minimum: 1)
    city.roster.demand[0].days = try #require(DayPattern(text: "2020-12-31"))
    let finding = try #require(city.findings("ORG009").first)
    #expect(city.findings("ORG009").count == 1)
    #expect(finding.severity == .warning && finding.message.contains("2020-12-31"))
    #expect(finding.location?.field == .column("days"))
  }
}
