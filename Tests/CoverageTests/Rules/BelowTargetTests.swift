import Coverage
import RosterModel
import Testing

@Suite("COV002 below-target")
struct BelowTargetTests {
  @Test("a square at its target passes, and one below its minimum is a gap instead")
  func passes() {
    var city = CityFixture(days: 1)
    city.demand(.beat(CityFixture.y1Post), shift: CityFixture.a, minimum: 1, target: 1)
    city.demand(.beat(CityFixture.y1Route), shift: CityFixture.a, minimum: 1, target: 2)
    city.post(city.unit("u"), 0, CityFixture.a)
    #expect(city.findings("COV002").isEmpty)
  }

  @Test("a square between minimum and target is a warning")
  func fails() {
    var city = CityFixture(days: 1)
    city.demand(.beat(CityFixture.y1Post), shift: CityFixture.a, minimum: 1, target: 3)
    city.post(city.unit("u"), 0, CityFixture.a)
    #expect(city.findings("COV002").map(\.message) == ["y1 / y1-post, 2026-11-30 A: 1 of 3 units"])
    #expect(city.findings("COV002").map(\.severity) == [.warning])
  }
}
