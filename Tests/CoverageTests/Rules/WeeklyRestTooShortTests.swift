import Coverage
import RosterModel
import Testing

@Suite("RST003 weekly-rest-too-short")
struct WeeklyRestTooShortTests {
  @Test("a day off after an evening shift and before an evening shift is a rest of forty hours")
  func passes() {
    #expect(
      city(
        40,
        [0: CityFixture.b, 1: CityFixture.b, 2: CityFixture.b, 4: CityFixture.b, 5: CityFixture.b, 6: CityFixture.b]
      ).findings("RST003").isEmpty)
  }

  @Test("it is too short for forty-two, and found once in the week, at the posting that leaves no such span")
  func fails() {
    let findings = city(
      42, [0: CityFixture.b, 1: CityFixture.b, 2: CityFixture.b, 4: CityFixture.b, 5: CityFixture.b, 6: CityFixture.b]
    ).findings("RST003")
    #expect(findings.map(\.subject.description) == ["unit:u/2026-12-05/B"])
    #expect(
      findings.map(\.message) == ["u, 2026-12-05 B: longest rest 40 h < 42 h in the week of 30 Nov"])
  }

  @Test("a week goes to the next Monday's first shift, so the Sunday night belongs to it")
  func sundayNight() {
    #expect(
      city(
        42,
        [0: CityFixture.a, 1: CityFixture.a, 2: CityFixture.a, 3: CityFixture.a, 4: CityFixture.b, 6: CityFixture.c]
      ).findings("RST003").isEmpty)
    #expect(
      city(
        49,
        [0: CityFixture.a, 1: CityFixture.a, 2: CityFixture.a, 3: CityFixture.a, 4: CityFixture.b, 6: CityFixture.c]
      ).findings("RST003").count == 1)
  }

  @Test("a week that the period cuts uses the history, and missing history is free")
  func cutWeek() {
    var cut = CityFixture(firstDay: "2026-12-04", days: 3)
    cut.regime { $0.weeklyRestMinutes = 42 * 60 }
    let unit = cut.unit("u")
    for offset in 0..<3 { cut.post(unit, offset, CityFixture.a) }
    #expect(cut.findings("RST003").isEmpty)
    for offset in -4..<0 { cut.post(unit, offset, CityFixture.a) }
    #expect(cut.subjects("RST003") == ["unit:u/2026-12-05/A"])
  }

  @Test("time after the period is free")
  func end() {
    var cut = CityFixture(firstDay: "2026-11-30", days: 5)
    cut.regime { $0.weeklyRestMinutes = 42 * 60 }
    let unit = cut.unit("u")
    for offset in 0..<5 { cut.post(unit, offset, CityFixture.a) }
    #expect(cut.findings("RST003").isEmpty)
  }

  private func city(_ hours: Int, _ shifts: [Int: ShiftReference]) -> CityFixture {
    var city = CityFixture()
    city.regime { $0.weeklyRestMinutes = hours * 60 }
    let unit = city.unit("u")
    for (offset, shift) in shifts.sorted(by: { $0.key < $1.key }) {
      city.post(unit, offset, shift)
    }
    return city
  }
}
