import Coverage
import RosterModel
import Testing

@Suite("RST009 over-hours-in-a-week")
struct OverHoursInAWeekTests {
  @Test("forty hours from Monday to Sunday pass, and the next week begins anew")
  func passes() { #expect(city(first: "2026-11-30", Array(2..<7) + Array(7..<12)).findings("RST009").isEmpty) }

  @Test("a sixth shift in the week is found at the posting that goes beyond")
  func fails() {
    let findings = city(first: "2026-11-30", Array(0..<6)).findings("RST009")
    #expect(findings.map(\.message) == ["u, 2026-12-05 A: 48 h > 40 h in the week of 30 Nov"])
  }

  @Test("in a period that starts mid-week, the week's history counts")
  func cutWeek() {
    #expect(city(first: "2026-12-03", [-3, -2, -1, 0, 1]).findings("RST009").isEmpty)
    #expect(city(first: "2026-12-03", [-3, -2, -1, 0, 1, 2]).subjects("RST009") == ["unit:u/2026-12-05/A"])
    #expect(city(first: "2026-12-03", [-5, -4, -3, -2, -1, 0, 1]).findings("RST009").isEmpty)
  }

  @Test("the night of Sunday belongs whole to its duty day's week")
  func sundayNight() {
    var city = city(first: "2026-11-30", [2, 3, 4, 5])
    city.post(UnitReference(0), 6, CityFixture.c)
    #expect(city.findings("RST009").isEmpty)
    city.post(UnitReference(0), 1, CityFixture.a)
    #expect(city.subjects("RST009") == ["unit:u/2026-12-06/C"])
  }

  private func city(first: String, _ days: [Int]) -> CityFixture {
    var city = CityFixture(firstDay: first, days: 14)
    city.regime { $0.maxMinutesPerWeek = 40 * 60 }
    let unit = city.unit("u")
    for offset in days { city.post(unit, offset, CityFixture.a) }
    return city
  }
}
