import Coverage
import RosterModel
import Testing

@Suite("DUP002 unit-twice-in-a-day")
struct UnitTwiceInADayTests {
  @Test("the night of one duty day and the evening of the next pass")
  func passes() {
    var city = CityFixture()
    let unit = city.unit("u")
    city.post(unit, 0, CityFixture.c)
    city.post(unit, 1, CityFixture.b)
    #expect(city.findings("DUP002").isEmpty)
  }

  @Test("two shifts of one duty day are an error at the later one's row")
  func fails() {
    var city = CityFixture()
    let unit = city.unit("u")
    city.post(unit, 0, CityFixture.c)
    city.post(unit, 0, CityFixture.a)
    let findings = city.findings("DUP002")
    #expect(findings.map(\.message) == ["u, 2026-11-30 C: already works A on 30 Nov"])
    #expect(findings.map(\.location?.line) == [2])
  }
}
