import Coverage
import RosterModel
import Testing

@Suite("RST006 too-few-days-off-in-a-row")
struct TooFewDaysOffInARowTests {
  @Test("two days off in a row pass, and so do runs at the ends of what is known")
  func passes() { #expect(city([1, 2, 5]).findings("RST006").isEmpty) }

  @Test("a single day off between two working days is an error at the posting that ends it")
  func fails() {
    let findings = city([0, 2, 3, 5]).findings("RST006")
    #expect(findings.map(\.subject.description) == ["unit:u/2026-12-02/A", "unit:u/2026-12-05/A"])
    #expect(findings.first?.message == "u, 2026-12-02 A: 1 day off in a row < 2 after 30 Nov")
  }

  @Test("a run that began in the history counts, one inside it does not")
  func history() {
    #expect(city([-4, -2, 0]).subjects("RST006") == ["unit:u/2026-11-30/A"])
  }

  @Test("a day of absence is a day off")
  func absence() {
    var city = city([0, 1, 3])
    city.absent(UnitReference(0), days: "2026-12-01")
    #expect(city.findings("RST006").isEmpty)
  }

  private func city(_ days: [Int]) -> CityFixture {
    var city = CityFixture()
    city.regime { $0.minConsecutiveDaysOff = 2 }
    let unit = city.unit("u")
    for offset in days { city.post(unit, offset, CityFixture.a) }
    return city
  }
}
