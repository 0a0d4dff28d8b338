import Coverage
import RosterModel
import Testing

@Suite("ORG006 unit-without-beat")
struct UnitWithoutBeatTests {
  @Test("a unit that may hold one beat passes")
  func passes() {
    var city = CityFixture()
    city.roster.beats[0].forces = ForceSet([.guard])
    city.unit("p", reach: .department)
    city.unit("g", .guard)
    #expect(city.findings("ORG006").isEmpty)
  }

  @Test("a unit whose only beats in reach are other forces', or need what it lacks, is a warning at its row")
  func fails() {
    var city = CityFixture()
    city.roster.beats[0].forces = ForceSet([.guard])
    city.roster.beats[1].needs = ["dog"]
    city.unit("p", reach: .department)
    city.unit("d", reach: .department, skills: ["dog"])
    #expect(city.findings("ORG006").map(\.location) == [Location(file: "units.csv", line: 2, field: .column("id"))])
    city.rule("unit-lacks-need", .warning)
    #expect(city.findings("ORG006").isEmpty)
  }
}
