import Coverage
import RosterModel
import Testing

@Suite("RST010 too-many-weekends")
struct TooManyWeekendsTests {
  @Test("both days of two weekends are two weekends")
  func passes() { #expect(city([5, 6, 12, 13, 14]).findings("RST010").isEmpty) }

  @Test("a third weekend is found at its first posting")
  func fails() {
    let findings = city([5, 13, 19, 20]).findings("RST010")
    #expect(findings.map(\.message) == ["u, 2026-12-19 A: 3 weekends with work > 2"])
  }

  @Test("a weekend may be any days of the week, over Sunday night too")
  func otherWeekend() {
    var city = city([6, 7, 13, 14])
    city.roster.settings.weekend = [.sunday, .monday]
    #expect(city.findings("RST010").isEmpty)
    city.post(UnitReference(0), 21, CityFixture.a)
    #expect(city.subjects("RST010") == ["unit:u/2026-12-21/A"])
  }

  @Test("the limit is scaled to the period and rounded down; history does not count")
  func scaled() {
    var city = CityFixture(days: 14)
    city.regime { $0.maxWeekends = 3 }
    let unit = city.unit("u")
    for offset in [-2, -1, 5] { city.post(unit, offset, CityFixture.a) }
    #expect(city.findings("RST010").isEmpty)
    city.post(unit, 12, CityFixture.a)
    #expect(city.findings("RST010").count == 1)
  }

  private func city(_ days: [Int]) -> CityFixture {
    var city = CityFixture(days: 28)
    city.regime { $0.maxWeekends = 2 }
    let unit = city.unit("u")
    for offset in days { city.post(unit, offset, CityFixture.a) }
    return city
  }
}
