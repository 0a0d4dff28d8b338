import Coverage
import RosterModel
import Testing

@Suite("MIX002 unit-lacks-need")
struct UnitLacksNeedTests {
  @Test("a unit with the needed skill and mode passes")
  func passes() {
    var city = CityFixture()
    city.roster.beats[0].needs = ["car", "first-aid"]
    city.post(city.unit("u", mode: .car, skills: ["first-aid", "radio"]), 0, CityFixture.a)
    #expect(city.findings("MIX002").isEmpty)
  }

  @Test("a unit that lacks one of them is an error that names what it lacks")
  func fails() {
    var city = CityFixture()
    city.roster.beats[0].needs = ["car", "first-aid"]
    city.post(city.unit("u", mode: .car), 0, CityFixture.a)
    #expect(city.findings("MIX002").map(\.message) == ["u, 2026-11-30 A: lacks first-aid, which y1-post needs"])
  }
}
