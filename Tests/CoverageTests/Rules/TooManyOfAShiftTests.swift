import Coverage
import RosterModel
import Testing

@Suite("RST011 too-many-of-a-shift")
struct TooManyOfAShiftTests {
  @Test("as many nights as allowed pass, other shifts are not counted")
  func passes() { #expect(city(nights: [0, 1]).findings("RST011").isEmpty) }

  @Test("one more is found at the posting that goes beyond")
  func fails() {
    let findings = city(nights: [-1, 0, 1, 3]).findings("RST011")
    #expect(findings.map(\.message) == ["u, 2026-12-03 C: 3 of shift C > 2"])
  }

  private func city(nights: [Int]) -> CityFixture {
    var city = CityFixture()
    city.regime { $0.maxShifts = [Regime.ShiftLimit(shift: CityFixture.c, most: 9)] }
    let unit = city.unit("u")
    for offset in nights { city.post(unit, offset, CityFixture.c) }
    for offset in 4..<7 { city.post(unit, offset, CityFixture.a) }
    return city
  }
}
