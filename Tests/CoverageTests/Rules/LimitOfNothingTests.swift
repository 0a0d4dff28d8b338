import Coverage
import RosterModel
import Testing

@Suite("ORG007 limit-of-nothing")
struct LimitOfNothingTests {
  @Test("limits that leave something in the period, and a limit written as 0, pass")
  func passes() {
    var city = CityFixture()
    city.regime {
      $0.maxWeekends = 4
      $0.maxMinutes = 160 * 60
      $0.maxShifts = [Regime.ShiftLimit(shift: CityFixture.c, most: 0)]
    }
    #expect(city.findings("ORG007").isEmpty)
  }

  @Test("limits that come to nothing in a week are warnings, each by its key")
  func fails() {
    var city = CityFixture()
    city.regime {
      $0.maxWeekends = 3
      $0.maxMinutes = 28 * 60
      $0.maxShifts = [Regime.ShiftLimit(shift: CityFixture.c, most: 2)]
    }
    #expect(
      city.subjects("ORG007") == [
        "row:roster.toml/regime.three-shift.max_hours", "row:roster.toml/regime.three-shift.max_shifts",
        "row:roster.toml/regime.three-shift.max_weekends",
      ])
  }
}
