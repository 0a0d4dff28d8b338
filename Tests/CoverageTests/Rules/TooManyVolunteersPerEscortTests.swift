import Coverage
import RosterModel
import Testing

@Suite("MIX004 too-many-volunteers-per-escort")
struct TooManyVolunteersPerEscortTests {
  @Test("two volunteers for each escort pass; escorts of all forces named are summed")
  func passes() { #expect(city(volunteers: 4, police: 1, guards: 1).findings("MIX004").isEmpty) }

  @Test("a third volunteer for one escort is an error of the cell")
  func fails() {
    let findings = city(volunteers: 3, police: 1, guards: 0).findings("MIX004")
    #expect(findings.map(\.subject.description) == ["cell:y1-post/2026-11-30/B"])
    #expect(findings.first?.message == "y1 / y1-post, 2026-11-30 B: 3 volunteer units > 2 for 1 escort")
  }

  @Test("without any escort it is the other rule's finding")
  func withoutEscort() {
    let city = city(volunteers: 3, police: 0, guards: 0)
    #expect(city.findings("MIX004").isEmpty)
    #expect(city.findings("MIX003").count == 1)
  }

  @Test("each escort rule is judged alone, and an escort counts fully in each")
  func alone() {
    var city = city(volunteers: 2, police: 1, guards: 1)
    city.roster.settings.escorts.append(EscortRule(force: .guard, by: ForceSet([.police]), atMost: 1))
    #expect(city.findings("MIX004").isEmpty)
    #expect(city.findings("MIX003").isEmpty)
  }

  private func city(volunteers: Int, police: Int, guards: Int) -> CityFixture {
    var city = CityFixture()
    for number in 0..<volunteers { city.post(city.unit("v\(number)", .volunteer), 0, CityFixture.b) }
    for number in 0..<police { city.post(city.unit("p\(number)"), 0, CityFixture.b) }
    for number in 0..<guards { city.post(city.unit("g\(number)", .guard), 0, CityFixture.b) }
    return city
  }
}
