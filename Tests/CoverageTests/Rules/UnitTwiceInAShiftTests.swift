import Coverage
import RosterModel
import Testing

@Suite("DUP001 unit-twice-in-a-shift")
struct UnitTwiceInAShiftTests {
  @Test("two units in one shift, and one unit in two shifts, pass")
  func passes() {
    var city = CityFixture()
    let unit = city.unit("u")
    city.post(unit, 0, CityFixture.a)
    city.post(city.unit("v"), 0, CityFixture.a)
    city.post(unit, 0, CityFixture.b)
    #expect(city.findings("DUP001").isEmpty)
  }

  @Test("a unit on two beats, or in a shift and a duty over it, is one error for each posting too many")
  func fails() {
    var city = CityFixture()
    let unit = city.unit("u", regime: 1)
    city.post(unit, 0, CityFixture.a)
    city.post(unit, 0, CityFixture.a, CityFixture.car)
    city.post(unit, 2, CityFixture.c)
    city.post(unit, 2, CityFixture.d)
    #expect(city.subjects("DUP001") == ["unit:u/2026-11-30/A", "unit:u/2026-12-02/C"])
    #expect(city.findings("DUP002").isEmpty)
  }

  @Test("history is not looked at")
  func history() {
    var city = CityFixture()
    let unit = city.unit("u")
    city.post(unit, -1, CityFixture.a)
    city.post(unit, -1, CityFixture.a)
    #expect(city.findings("DUP001").isEmpty)
  }
}
