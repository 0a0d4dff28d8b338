import Coverage
import RosterModel
import Testing

@Suite("COV003 above-maximum")
struct AboveMaximumTests {
  @Test("a square at its maximum, or without one, passes")
  func passes() {
    var city = CityFixture(days: 1)
    city.demand(.beat(CityFixture.y1Post), shift: CityFixture.a, minimum: 0, maximum: 1)
    city.demand(.city, minimum: 0)
    city.post(city.unit("u"), 0, CityFixture.a)
    #expect(city.findings("COV003").isEmpty)
  }

  @Test("a square above its maximum is a warning")
  func fails() {
    var city = CityFixture(days: 1)
    city.demand(.beat(CityFixture.y1Post), shift: CityFixture.a, minimum: 0, maximum: 1)
    for id in ["u", "v"] { city.post(city.unit(id), 0, CityFixture.a) }
    #expect(city.subjects("COV003") == ["square:y1-post/2026-11-30/A//"])
  }
}
