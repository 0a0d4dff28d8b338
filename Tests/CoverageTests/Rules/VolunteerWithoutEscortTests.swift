import Coverage
import RosterModel
import Testing

@Suite("MIX003 volunteer-without-escort")
struct VolunteerWithoutEscortTests {
  @Test("a volunteer beside a policeman passes, also where the escort works a duty over the tile")
  func passes() {
    var city = CityFixture()
    city.post(city.unit("v", .volunteer, regime: 1), 0, CityFixture.e)
    city.post(city.unit("p", regime: 1), 0, CityFixture.d)
    #expect(city.findings("MIX003").isEmpty)
  }

  @Test("volunteers alone in a cell are one error at the first one's row, for each tile")
  func fails() {
    var city = CityFixture()
    for id in ["v", "w"] { city.post(city.unit(id, .volunteer, regime: 1), 0, CityFixture.b) }
    city.post(city.unit("x", .volunteer, regime: 1), 1, CityFixture.d)
    city.post(city.unit("p"), 1, CityFixture.b)
    #expect(
      city.subjects("MIX003") == [
        "cell:y1-post/2026-11-30/B", "cell:y1-post/2026-12-01/A", "cell:y1-post/2026-12-01/C",
      ])
    #expect(city.findings("MIX003").map(\.location?.line) == [2, 4, 4])
  }

  @Test("an escort of another beat, or one that is absent, does not escort")
  func notThere() {
    var city = CityFixture()
    city.post(city.unit("v", .volunteer), 0, CityFixture.b)
    city.post(city.unit("p"), 0, CityFixture.b, CityFixture.y1Route)
    let absent = city.unit("q")
    city.post(absent, 0, CityFixture.b)
    city.absent(absent, days: "daily")
    #expect(city.subjects("MIX003") == ["cell:y1-post/2026-11-30/B"])
  }
}
