import Coverage
import RosterModel
import Testing

@Suite("ORG008 escort-shut-out")
struct EscortShutOutTests {
  @Test("a beat that one escorting force may hold, or no escorted one, passes")
  func passes() {
    var city = CityFixture()
    city.roster.beats[0].forces = ForceSet([.volunteer, .guard])
    city.roster.beats[1].forces = ForceSet([.police])
    #expect(city.findings("ORG008").isEmpty)
  }

  @Test("a beat for volunteers alone is a warning at its row")
  func fails() {
    var city = CityFixture()
    city.roster.beats[0].forces = ForceSet([.volunteer])
    #expect(city.findings("ORG008").map(\.location) == [Location(file: "beats.csv", line: 2, field: .column("forces"))])
    #expect(city.subjects("ORG008") == ["row:beats/y1-post"])
  }
}
