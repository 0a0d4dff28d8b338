import Coverage
import RosterModel
import Testing

@Suite("RST004 too-many-days-in-a-row")
struct TooManyDaysInARowTests {
  @Test("six days in a row pass a limit of six")
  func passes() { #expect(city(0...5).findings("RST004").isEmpty) }

  @Test("a run of nine days is found once, at its seventh posting")
  func fails() {
    let findings = city(0...8).findings("RST004")
    #expect(findings.map(\.subject.description) == ["unit:u/2026-12-06/A"])
    #expect(findings.map(\.message) == ["u, 2026-12-06 A: 9 days in a row > 6, from 30 Nov"])
    #expect(findings.map(\.location?.line) == [8])
  }

  @Test("days of history count, and a run that was too long before the period is found at its first day in it")
  func history() {
    #expect(city(-3...3).subjects("RST004") == ["unit:u/2026-12-03/A"])
    #expect(city(-9...0).subjects("RST004") == ["unit:u/2026-11-30/A"])
    #expect(city(-9...(-1)).findings("RST004").isEmpty)
  }

  @Test("two postings of one day are one working day, and a day of absence is a day off")
  func days() {
    var city = city(0...6)
    city.absent(UnitReference(0), days: "2026-12-03")
    #expect(city.findings("RST004").isEmpty)
    var double = self.city(0...5)
    double.post(UnitReference(0), 2, CityFixture.c)
    #expect(double.findings("RST004").isEmpty)
  }

  private func city(_ days: ClosedRange<Int>) -> CityFixture {
    var city = CityFixture(days: 14)
    city.regime { $0.maxConsecutiveDays = 6 }
    let unit = city.unit("u")
    for offset in days { city.post(unit, offset, CityFixture.a) }
    return city
  }
}
