import Coverage
import RosterModel
import Testing

@Suite("ORG003 beat-without-demand")
struct BeatWithoutDemandTests {
  @Test("demand of the beat, its kind in its department, or the city keeps a beat from being found")
  func passes() {
    var city = CityFixture()
    city.demand(.beat(CityFixture.y1Post), minimum: 1)
    city.demand(.department(DepartmentReference(0)), kind: .route, minimum: 1)
    city.demand(.district(DistrictReference(0)), perBeat: true, kind: .response, minimum: 1)
    #expect(city.subjects("ORG003") == ["row:beats/y2-post"])
    city.demand(.city, minimum: 1)
    #expect(city.findings("ORG003").isEmpty)
  }

  @Test("a beat that nothing asks for is an info at its row")
  func fails() {
    var city = CityFixture()
    city.demand(.department(DepartmentReference(0)), minimum: 1)
    let findings = city.findings("ORG003")
    #expect(findings.map(\.subject.description) == ["row:beats/y2-post", "row:beats/car"])
    #expect(findings.map(\.location?.line) == [4, 5])
    #expect(findings.first?.severity == .info)
  }
}
