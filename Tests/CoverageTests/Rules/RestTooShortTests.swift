import Coverage
import RosterModel
import Testing

@Suite("RST002 rest-too-short")
struct RestTooShortTests {
  @Test("twelve hours between two shifts pass a rest of twelve hours")
  func passes() {
    var city = city(rest: 16)
    let unit = city.unit("u")
    for offset in 0..<7 { city.post(unit, offset, CityFixture.a) }
    #expect(city.findings("RST002").isEmpty)
  }

  @Test("a day shift after an evening shift breaks it, at the later posting's row")
  func fails() throws {
    var city = city(rest: 12)
    let unit = city.unit("u")
    city.post(unit, 4, CityFixture.b)
    city.post(unit, 5, CityFixture.a)
    let finding = try #require(city.findings("RST002").first)
    #expect(finding.subject.description == "unit:u/2026-12-05/A")
    #expect(finding.location == Location(file: "assignments.csv", line: 3, field: .column("shift")))
    #expect(finding.message == "u, 2026-12-05 A: rest 8 h < 12 h after B on 4 Dec")
  }

  @Test("a night that ends at eight in the morning leaves no rest before that morning's day shift")
  func nightBeforeDay() {
    var city = city(rest: 12)
    let unit = city.unit("u")
    city.post(unit, 0, CityFixture.c)
    city.post(unit, 1, CityFixture.a)
    #expect(city.findings("RST002").map(\.message) == ["u, 2026-12-01 A: rest 0 h < 12 h after C on 30 Nov"])
  }

  @Test("a rest of 72 hours after a duty of 24 is looked for across days off")
  func acrossDays() {
    var city = city(rest: 72)
    let unit = city.unit("u")
    city.post(unit, 0, CityFixture.d)
    city.post(unit, 3, CityFixture.d)
    city.post(unit, 6, CityFixture.a)
    #expect(city.subjects("RST002") == ["unit:u/2026-12-03/D", "unit:u/2026-12-06/A"])
  }

  @Test("history counts: the last night before the period shortens the rest of its first day")
  func history() {
    var city = city(rest: 12)
    let unit = city.unit("u")
    city.post(unit, -2, CityFixture.b)
    city.post(unit, -1, CityFixture.a)
    city.post(unit, -1, CityFixture.c)
    city.post(unit, 0, CityFixture.a)
    #expect(city.subjects("RST002") == ["unit:u/2026-11-30/A"])
  }

  @Test("days after the period are free")
  func afterThePeriod() {
    var city = city(rest: 12)
    let unit = city.unit("u")
    city.post(unit, 6, CityFixture.c)
    city.post(unit, 7, CityFixture.a)
    #expect(city.findings("RST002").isEmpty)
  }

  @Test("rest is elapsed time: an hour is lost where clocks go forward and won where they go back")
  func daylightSaving() {
    var city = city(rest: 8)
    let change = Int(city.day(1).number) * 1440 + 60
    let unit = city.unit("u")
    city.post(unit, 0, CityFixture.b)
    city.post(unit, 1, CityFixture.a)
    city.roster.settings.zone = ZoneOffsets(initialOffset: 0, transitions: [.init(at: change, offset: 60)])
    #expect(city.findings("RST002").map(\.message) == ["u, 2026-12-01 A: rest 7 h < 8 h after B on 30 Nov"])
    city.roster.settings.zone = ZoneOffsets(initialOffset: 60, transitions: [.init(at: change, offset: 0)])
    #expect(city.findings("RST002").isEmpty)
  }

  @Test("a posting while absent is no work and takes no rest")
  func absent() {
    var city = city(rest: 12)
    let unit = city.unit("u")
    city.post(unit, 0, CityFixture.b)
    city.post(unit, 1, CityFixture.a)
    city.absent(unit, days: "2026-11-30")
    #expect(city.findings("RST002").isEmpty)
  }

  private func city(rest: Int) -> CityFixture {
    var city = CityFixture()
    city.regime { $0.restMinutes = rest * 60 }
    return city
  }
}
