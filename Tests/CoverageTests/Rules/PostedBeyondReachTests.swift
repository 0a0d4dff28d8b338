import Coverage
import RosterModel
import Testing

@Suite("RCH001 posted-beyond-reach")
struct PostedBeyondReachTests {
  @Test("a unit passes within its reach")
  func passes() {
    var city = CityFixture()
    city.post(city.unit("u", reach: .department), 0, CityFixture.a)
    city.post(city.unit("v", reach: .district), 0, CityFixture.a, CityFixture.car)
    city.post(city.unit("w", home: .city, reach: .city), 0, CityFixture.a, CityFixture.y2Post)
    #expect(city.findings("RCH001").isEmpty)
  }

  @Test("a beat of another department is beyond the reach of a department, and so is one that no department owns")
  func fails() {
    var city = CityFixture()
    city.post(city.unit("u", reach: .department), 0, CityFixture.a, CityFixture.y2Post)
    city.post(city.unit("v", reach: .department), 0, CityFixture.a, CityFixture.car)
    #expect(
      city.findings("RCH001").map(\.message) == [
        "u, 2026-11-30 A: y2 is beyond its reach: department, from y1",
        "v, 2026-11-30 A: yunusobod is beyond its reach: department, from y1",
      ])
  }
}
