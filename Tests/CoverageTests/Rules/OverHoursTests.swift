import Coverage
import RosterModel
import Testing

@Suite("RST007 over-hours")
struct OverHoursTests {
  @Test("the limit is per 28 days, scaled to the period and rounded down to whole shifts")
  func passes() { #expect(city(days: 5, limit: 167).findings("RST007").isEmpty) }

  @Test("one shift more is found at the posting that goes beyond, with the whole sum")
  func fails() {
    let findings = city(days: 7, limit: 167).findings("RST007")
    #expect(findings.map(\.subject.description) == ["unit:u/2026-12-05/A"])
    #expect(findings.map(\.message) == ["u, 2026-12-05 A: 56 h > 40 h in the period"])
  }

  @Test("history does not count")
  func history() {
    var city = city(days: 5, limit: 160)
    city.post(UnitReference(0), -1, CityFixture.a)
    #expect(city.findings("RST007").isEmpty)
  }

  @Test("work is elapsed time: the night in which clocks go back is an hour longer")
  func daylightSaving() {
    var city = CityFixture()
    city.regime { $0.maxMinutes = 32 * 60 }
    city.post(city.unit("u"), 0, CityFixture.c)
    #expect(city.findings("RST007").isEmpty)
    let change = Int(city.day(1).number) * 1440 + 60
    city.roster.settings.zone = ZoneOffsets(initialOffset: 60, transitions: [.init(at: change, offset: 0)])
    #expect(city.findings("RST007").map(\.message) == ["u, 2026-11-30 C: 9 h > 8 h in the period"])
  }

  private func city(days: Int, limit: Int) -> CityFixture {
    var city = CityFixture()
    city.regime { $0.maxMinutes = limit * 60 }
    let unit = city.unit("u")
    for offset in 0..<days { city.post(unit, offset, CityFixture.a) }
    return city
  }
}
