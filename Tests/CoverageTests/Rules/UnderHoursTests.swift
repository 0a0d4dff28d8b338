import Coverage
import RosterModel
import Testing

@Suite("RST008 under-hours")
struct UnderHoursTests {
  @Test("a quarter of the hours of 28 days is enough in a week")
  func passes() { #expect(city(days: 3).findings("RST008").isEmpty) }

  @Test("fewer are a warning about the unit, at its own row")
  func fails() {
    let findings = city(days: 2).findings("RST008")
    #expect(findings.map(\.subject.description) == ["unit:u"])
    #expect(findings.map(\.message) == ["u: 16 h < 24 h in the period"])
    #expect(findings.first?.severity == .warning)
    #expect(findings.first?.location == Location(file: "units.csv", line: 2, field: .column("id")))
  }

  @Test("the minimum shrinks with whole days of absence, not with absences of a shift")
  func absence() {
    var city = city(days: 2)
    city.absent(UnitReference(0), days: "fri-sun", shift: CityFixture.c)
    #expect(city.findings("RST008").count == 1)
    city.absent(UnitReference(0), days: "fri-sun")
    #expect(city.findings("RST008").isEmpty)
  }

  private func city(days: Int) -> CityFixture {
    var city = CityFixture()
    city.regime { $0.minMinutes = 100 * 60 }
    let unit = city.unit("u")
    for offset in 0..<days { city.post(unit, offset, CityFixture.a) }
    return city
  }
}
