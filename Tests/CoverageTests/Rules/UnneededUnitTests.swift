import Coverage
import RosterModel
import Testing

@Suite("COV005 unneeded-unit")
struct UnneededUnitTests {
  @Test("a posting passes where any square counts it, even one of the city")
  func passes() {
    var city = CityFixture()
    city.demand(.city, force: .police, minimum: 0)
    city.post(city.unit("u"), 0, CityFixture.a)
    #expect(city.findings("COV005").isEmpty)
  }

  @Test("a posting that no square counts is a warning at its row; history is not looked at")
  func fails() {
    var city = CityFixture()
    city.demand(.city, shift: CityFixture.b, force: .police, minimum: 0)
    let unit = city.unit("u")
    city.post(unit, -1, CityFixture.a)
    city.post(unit, 0, CityFixture.a)
    city.post(unit, 1, CityFixture.b)
    city.post(city.unit("g", .guard), 1, CityFixture.b)
    #expect(city.subjects("COV005") == ["unit:u/2026-11-30/A", "unit:g/2026-12-01/B"])
    #expect(city.findings("COV005").map(\.location?.line) == [3, 5])
  }
}
