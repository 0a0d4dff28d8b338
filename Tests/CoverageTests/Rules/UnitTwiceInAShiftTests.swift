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

  @Test("a duty that reaches into the next duty day is at one time with what is posted there; instants decide")
  func instants() {
    var city = CityFixture()
    city.roster.settings.shifts = ShiftPlan(
      CityFixture.shifts + [
        Shift(
          id: "L", name: "Long night", start: ClockTime(minutes: 1320), minutes: 840, isNight: true,
          covers: [CityFixture.c])
      ])
    let long = ShiftReference(5)
    let unit = city.unit("u", regime: 1)
    city.post(unit, 0, long)
    city.post(unit, 1, CityFixture.a)
    city.post(unit, 3, long)
    city.post(unit, 4, CityFixture.b)
    #expect(city.subjects("DUP001") == ["unit:u/2026-12-01/A"])
    #expect(city.findings("DUP001").map(\.message) == ["u, 2026-12-01 A: overlap 4 h with L on 30 Nov"])
    // A rest rule does not say it again, in other words.
    city.roster.settings.regimes[1].restMinutes = 480
    #expect(city.subjects("RST002") == ["unit:u/2026-12-04/B"])
    let after = Assignment(day: city.day(1), shift: long, beat: CityFixture.car, unit: unit)
    #expect(city.grid.breaks(of: after).map(\.rule.id) == ["RST001", "RST002", "DUP002"])
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
