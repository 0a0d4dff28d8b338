import Coverage
import RosterModel
import Testing

@Suite("MIX001 force-not-allowed-on-beat")
struct ForceNotAllowedOnBeatTests {
  @Test("a force that may hold the beat passes")
  func passes() {
    var city = CityFixture()
    city.roster.beats[0].forces = ForceSet([.police, .guard])
    city.post(city.unit("u"), 0, CityFixture.a)
    #expect(city.findings("MIX001").isEmpty)
  }

  @Test("another force is an error at the posting's row, which still counts")
  func fails() {
    var city = CityFixture()
    city.roster.beats[0].forces = ForceSet([.guard])
    city.demand(.beat(CityFixture.y1Post), minimum: 1)
    city.post(city.unit("u"), 0, CityFixture.a)
    let findings = city.findings("MIX001")
    #expect(findings.map(\.subject.description) == ["unit:u/2026-11-30/A"])
    #expect(findings.map(\.message) == ["u, 2026-11-30 A: police may not hold y1-post, only guard"])
    #expect(city.grid.state(line: 0, day: city.day(0), tile: 0)?.have == 1)
  }
}
