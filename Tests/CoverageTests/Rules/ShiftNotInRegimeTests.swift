import Coverage
import RosterModel
import Testing

@Suite("RST001 shift-not-in-regime")
struct ShiftNotInRegimeTests {
  @Test("a shift of the regime passes")
  func passes() {
    var city = CityFixture()
    city.post(city.unit("u"), 0, CityFixture.a)
    city.post(city.unit("v", regime: 1), 0, CityFixture.d)
    #expect(city.findings("RST001").isEmpty)
  }

  @Test("another shift is an error that names those of the regime; history is not looked at")
  func fails() {
    var city = CityFixture()
    let unit = city.unit("u")
    city.post(unit, -3, CityFixture.d)
    city.post(unit, 0, CityFixture.d)
    #expect(
      city.findings("RST001").map(\.message) == ["u, 2026-11-30 D: shift D is not in regime three-shift (A, B, C)"])
  }
}
