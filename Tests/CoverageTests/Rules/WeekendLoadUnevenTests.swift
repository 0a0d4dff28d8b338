import Coverage
import RosterModel
import Testing

@Suite("EQL002 weekend-load-uneven")
struct WeekendLoadUnevenTests {
  @Test("a weekend counts once, whether one or two of its days are worked")
  func passes() { #expect(city([[5, 6, 12, 13], [5, 12], [], []]).findings("EQL002").isEmpty) }

  @Test("three weekends above the mean are a warning about the unit")
  func fails() {
    let findings = city([[5, 12, 19, 26], [], [], []]).findings("EQL002")
    #expect(findings.map(\.subject.description) == ["unit:u0"])
    #expect(findings.first?.message == "u0: 4 weekends in 28 days, 1.0 on average for its force, regime and district")
    #expect(findings.first?.severity == .warning)
  }

  private func city(_ days: [[Int]]) -> CityFixture {
    var city = CityFixture(days: 28)
    for (number, offsets) in days.enumerated() {
      let unit = city.unit("u\(number)")
      for offset in offsets { city.post(unit, offset, CityFixture.a) }
    }
    return city
  }
}
