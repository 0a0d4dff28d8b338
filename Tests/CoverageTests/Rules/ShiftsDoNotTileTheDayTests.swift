import Coverage
import RosterModel
import Testing

@Suite("ORG002 shifts-do-not-tile-the-day")
struct ShiftsDoNotTileTheDayTests {
  @Test("three shifts of eight hours pass, with duties over them")
  func passes() { #expect(CityFixture().findings("ORG002").isEmpty) }

  @Test("a hole between two shifts is an error of roster.toml")
  func fails() {
    var city = CityFixture()
    var shifts = CityFixture.shifts
    shifts[1].minutes = 420
    city.roster.settings.shifts = ShiftPlan(shifts)
    let findings = city.findings("ORG002")
    #expect(findings.map(\.location) == [Location(file: "roster.toml", field: .key(["shift", "C", "start"]))])
    #expect(findings.first?.message.contains("B 16:00-23:00") == true)
  }

  @Test("a roster without a tile is found, not a crash")
  func noTile() {
    var city = CityFixture()
    city.roster.settings.shifts = ShiftPlan([])
    city.roster.settings.regimes = []
    #expect(city.findings("ORG002").count == 1)
  }
}
