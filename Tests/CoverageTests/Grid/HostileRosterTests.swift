import Coverage
import RosterModel
import Testing

@Suite("Rosters beyond reason are no crash")
struct HostileRosterTests {
  @Test("a grid of too many cells is looked at as far as it goes, and said so")
  func tooManyCells() {
    var city = CityFixture(days: RosterSettings.longestPeriod)
    for number in 0..<10_000 {
      city.roster.beats.append(
        Beat(id: "b\(number)", place: .district(DistrictReference(0)), name: "", kind: .post))
    }
    let findings = city.findings("FMT009")
    #expect(findings.map(\.location) == [Location(file: "roster.toml", field: .key(["days"]))])
    #expect(city.grid.frame.days == RosterFrame.mostCells / (10_004 * 3))
  }

  @Test("of rows that name ids which no table defines 10,000 of a table are listed, and the others counted by kind")
  func manyStrays() {
    var city = CityFixture()
    for number in 0..<10_500 {
      city.roster.units.append(
        Unit(
          id: "s\(number)", callsign: "", force: .police, home: .unknown(0), reach: .city, regime: RegimeReference(0)))
    }
    city.roster.strays.append("nowhere")
    let findings = city.findings("REF001")
    #expect(findings.count == 10_001)
    #expect(findings.reduce(0) { $0 + $1.represented } == 10_500)
    #expect(
      findings.contains { $0.message.hasPrefix("500 more like this") && $0.location == Location(file: "units.csv") })
  }

  @Test("numbers at the ends of their range are held within bounds")
  func numbers() {
    var city = CityFixture()
    city.roster.settings.escorts = [EscortRule(force: .volunteer, by: ForceSet([.police]), atMost: Int.max)]
    city.demand(.beat(CityFixture.y1Post), minimum: Int.max, maximum: Int.max)
    for (rule, name) in [("COV004", "share"), ("EQL001", "tolerance"), ("ORG001", "least")] {
      city.roster.settings.rules[rule] = RuleSetting(values: [name: .integer(Int.max)])
    }
    for number in 0..<3 { city.post(city.unit("p\(number)"), 0, CityFixture.b) }
    city.post(city.unit("v", .volunteer), 0, CityFixture.b)
    #expect(city.findings("MIX004").isEmpty)
    #expect(Validator.validate(city.roster).summary.coverage.gaps == 21)
  }

  @Test("days at the ends of the calendar are days like others")
  func days() {
    var city = CityFixture()
    city.regime {
      $0.restMinutes = 720
      $0.maxConsecutiveDays = 2
      $0.maxMinutesPerWeek = 2400
    }
    let unit = city.unit("u")
    for day in ["0001-01-01", "9999-12-31"] {
      city.roster.assignments.append(
        Assignment(day: CityFixture.date(day), shift: CityFixture.a, beat: CityFixture.y1Post, unit: unit, line: 2))
    }
    city.absent(unit, days: "0001-01-01..9999-12-31")
    #expect(city.grid.isAwayAllDay(unit, day: city.day(3)))
    #expect(city.subjects("ORG004") == ["unit:u/9999-12-31/A"])
  }
}
