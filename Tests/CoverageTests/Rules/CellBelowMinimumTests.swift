import Coverage
import RosterModel
import Testing

@Suite("COV001 cell-below-minimum")
struct CellBelowMinimumTests {
  @Test("a square with its minimum passes")
  func passes() {
    var city = CityFixture(days: 1)
    city.demand(.beat(CityFixture.y1Post), shift: CityFixture.c, minimum: 1)
    city.post(city.unit("u"), 0, CityFixture.c)
    #expect(city.findings("COV001").isEmpty)
  }

  @Test("a gap is found at the demand row, with what it has and needs")
  func fails() throws {
    var city = CityFixture(days: 1)
    city.demand(.beat(CityFixture.y1Post), shift: CityFixture.c, force: .police, skill: "dog", minimum: 2)
    city.post(city.unit("u", skills: ["dog"]), 0, CityFixture.c)
    let finding = try #require(city.findings("COV001").first)
    #expect(finding.subject.description == "square:y1-post/2026-11-30/C/police/dog")
    #expect(finding.location == Location(file: "demand.csv", line: 2, field: .column("minimum")))
    #expect(finding.message == "y1 / y1-post, 2026-11-30 C: 1 of 2 police units with dog")
    #expect(finding.severity == .error)
  }

  @Test("it names the row that won the square")
  func winner() {
    var city = CityFixture(days: 1)
    city.demand(.city, perBeat: true, kind: .response, minimum: 1)
    city.demand(.beat(CityFixture.car), minimum: 2)
    #expect(city.findings("COV001").map(\.location?.line) == [3, 3, 3])
  }
}
