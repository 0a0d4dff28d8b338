import Coverage
import RosterModel
import Testing

@Suite("RST005 too-many-nights-in-a-row")
struct TooManyNightsInARowTests {
  @Test("three nights, a day shift and three nights pass a limit of three")
  func passes() {
    #expect(city([0, 1, 2, 4, 5, 6], dayShiftsOn: [3]).findings("RST005").isEmpty)
  }

  @Test("a fourth night in a row is an error, a duty over a night counted as one")
  func fails() {
    var city = city([0, 1, 2], dayShiftsOn: [])
    city.post(UnitReference(0), 3, CityFixture.d)
    #expect(city.findings("RST005").map(\.message) == ["u, 2026-12-03 D: 4 nights in a row > 3, from 30 Nov"])
  }

  private func city(_ nights: [Int], dayShiftsOn days: [Int]) -> CityFixture {
    var city = CityFixture()
    city.regime { $0.maxConsecutiveNights = 3 }
    let unit = city.unit("u")
    for offset in nights { city.post(unit, offset, CityFixture.c) }
    for offset in days { city.post(unit, offset, CityFixture.a) }
    return city
  }
}
