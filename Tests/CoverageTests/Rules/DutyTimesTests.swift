import Coverage
import RosterModel
import Testing

@Suite("ORG010 duty-outside-its-tile and ORG011 duty-unlike-its-tiles")
struct DutyTimesTests {
  /// A city whose duty E covers these tiles and is worked at these times.
  private func city(_ covers: [ShiftReference], _ parts: String...) throws -> CityFixture {
    var city = CityFixture()
    let spans = try parts.map { try #require(ClockSpan(text: $0)) }
    let duty = Shift(id: "E", name: "Duty", parts: spans[0], Array(spans.dropFirst()), covers: covers)
    city.roster.settings.shifts = ShiftPlan(CityFixture.shifts.dropLast() + [duty])
    return city
  }

  private func messages(_ city: CityFixture) -> [String] {
    (city.findings("ORG010") + city.findings("ORG011")).map(\.message)
  }

  @Test("half of a tile and more, whole tiles, both tiles of a split duty, and half an hour of the next pass")
  func passes() throws {
    #expect(messages(CityFixture()).isEmpty)
    #expect(try messages(city([CityFixture.a, CityFixture.b], "08:00-20:00")).isEmpty)
    #expect(try messages(city([CityFixture.a], "07:30-16:30")).isEmpty)
    #expect(try messages(city([CityFixture.a, CityFixture.c], "08:00-12:00", "24:00-32:00")).isEmpty)
  }

  @Test("a duty that covers the day and works in the evening and at night is an error, at its covers")
  func elsewhere() throws {
    let findings = try city([CityFixture.a], "20:00-28:00").findings("ORG010")
    #expect(findings.map(\.severity) == [.error])
    #expect(findings.map(\.message) == ["duty E (20:00-28:00) covers A (08:00-16:00), and is at no time in it"])
    #expect(findings.map(\.location) == [Location(file: "roster.toml", field: .key(["shift", "E", "covers"]))])
    #expect(findings.map(\.subject.description) == ["row:roster.toml/shift.E.A"])
  }

  @Test("the night of a date starts at 24:00: a duty at 00:00 is not in it")
  func wrongNight() throws {
    #expect(try city([CityFixture.c], "00:00-08:00").findings("ORG010").count == 1)
    #expect(try messages(city([CityFixture.c], "24:00-32:00")).isEmpty)
  }

  @Test("half an hour that counts as a whole tile is told with its length")
  func halfAnHour() throws {
    let findings = try city([CityFixture.b], "20:00-20:30").findings("ORG011")
    #expect(findings.map(\.severity) == [.warning])
    #expect(
      findings.map(\.message) == [
        "duty E (20:00-20:30) works 0 h 30 min of the 8 h of B (16:00-24:00), and counts there as a whole unit"
      ])
  }

  @Test("a duty of two tiles that works through the one between is told that it counts there for nothing")
  func workedThrough() throws {
    #expect(
      try messages(city([CityFixture.a, CityFixture.c], "08:00-32:00")) == [
        "duty E (08:00-32:00) works 8 h of the 8 h of B (16:00-24:00), which it does not cover, and counts there for nothing"
      ])
  }

  @Test("the share can be set: at 100 every minute of a covered tile is wanted, and none of another")
  func share() throws {
    var city = try city([CityFixture.b], "18:00-22:00")
    city.rule("duty-unlike-its-tiles", nil, ["share": .integer(100)])
    #expect(city.findings("ORG011").count == 1)
    city.rule("duty-unlike-its-tiles", nil, ["share": .integer(0)])
    #expect(city.findings("ORG011").isEmpty)
    var strict = try self.city([CityFixture.a], "07:30-16:30")
    strict.rule("duty-unlike-its-tiles", nil, ["share": .integer(100)])
    #expect(strict.findings("ORG011").count == 1)
  }
}

@Suite("Split duties and the limits of regimes")
struct SplitDutyTests {
  /// A city with a duty S of 08:00-12:00 and 00:00-04:00 in the regime; its units rest as long as is wanted.
  private func city(_ change: (inout Regime) -> Void) -> (city: CityFixture, duty: ShiftReference) {
    var city = CityFixture()
    let parts = [480..<720, 1440..<1680].map {
      ClockSpan(start: ClockTime(minutes: $0.lowerBound), end: ClockTime(minutes: $0.upperBound))
    }
    let duty = Shift(
      id: "S", name: "Split", parts: parts[0], [parts[1]], isNight: true, covers: [CityFixture.a, CityFixture.c])
    city.roster.settings.shifts = ShiftPlan(CityFixture.shifts + [duty])
    let reference = ShiftReference(CityFixture.shifts.count)
    city.regime {
      $0.shifts.append(reference)
      change(&$0)
    }
    return (city, reference)
  }

  @Test("it counts in the tiles that it covers and in none between")
  func counts() {
    var (city, duty) = city { _ in }
    let unit = city.unit("u")
    city.demand(.beat(CityFixture.y1Post), days: "2026-11-30", minimum: 1)
    city.post(unit, 0, duty)
    #expect(city.subjects("COV001") == ["square:y1-post/2026-11-30/B//"])
  }

  @Test("hours are those worked: six duties of eight hours are 48 a week and no more")
  func hours() {
    var (city, duty) = city { $0.maxMinutesPerWeek = 48 * 60 }
    let unit = city.unit("u")
    for day in 0..<6 { city.post(unit, day, duty) }
    #expect(city.findings("RST009").isEmpty)
    city.post(unit, 6, duty)
    #expect(
      city.findings("RST009").map(\.message) == ["u, 2026-12-06 S: 56 h > 48 h in the week of 30 Nov"])
  }

  @Test("rest goes from the end of the last part to the start of the next first: four hours here")
  func rest() {
    var (city, duty) = city { $0.restMinutes = 11 * 60 }
    let unit = city.unit("u")
    city.post(unit, 0, duty)
    city.post(unit, 1, duty)
    #expect(city.findings("RST002").map(\.message) == ["u, 2026-12-01 S: rest 4 h < 11 h after S on 30 Nov"])
  }

  @Test("a pause of twelve hours is no weekly rest of eleven")
  func weeklyRest() {
    var (city, duty) = city { $0.weeklyRestMinutes = 11 * 60 }
    let unit = city.unit("u")
    for day in 0..<7 { city.post(unit, day, duty) }
    #expect(city.findings("RST003").map { $0.message.contains("longest rest 4 h < 11 h") } == [true])
  }

  @Test("in its pause a unit is not free for another post of that day")
  func pause() {
    var (city, duty) = city { _ in }
    let unit = city.unit("u")
    city.post(unit, 0, duty)
    city.post(unit, 0, CityFixture.b, CityFixture.y1Route)
    #expect(city.findings("DUP").map(\.subject.description) == ["unit:u/2026-11-30/B"])
  }

  @Test("no shortage is proven where split duties of eight hours are enough, whatever their pauses")
  func capacity() {
    var (city, duty) = city { $0.maxMinutesPerWeek = 56 * 60 }
    city.regime { $0.shifts = [duty] }
    city.unit("u")
    city.demand(.beat(CityFixture.y1Post), shift: CityFixture.a, minimum: 1)
    city.demand(.beat(CityFixture.y1Post), shift: CityFixture.c, minimum: 1)
    #expect(city.findings("CAP001").isEmpty)
    city.regime { $0.maxMinutesPerWeek = 48 * 60 }
    #expect(city.findings("CAP001").count == 1)
  }

  @Test("the evening-and-night share counts the hours of its parts")
  func share() {
    var (city, duty) = city { _ in }
    let unit = city.unit("u")
    city.post(unit, 0, duty)
    #expect(city.findings("COV004").map { $0.message.contains("50 %") } == [true])
  }
}
