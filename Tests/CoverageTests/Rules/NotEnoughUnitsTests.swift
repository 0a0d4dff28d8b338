import Coverage
import RosterModel
import Testing

@Suite("CAP001 not-enough-units")
struct NotEnoughUnitsTests {
  /// A city with a demand for one unit by day at the market, and one by night anywhere.
  private func city(units: Int, _ change: (inout Regime) -> Void = { _ in }) -> CityFixture {
    var city = CityFixture()
    city.regime(change)
    city.demand(.beat(CityFixture.y1Post), shift: CityFixture.a, minimum: 1)
    city.demand(.department(DepartmentReference(0)), shift: CityFixture.c, minimum: 1)
    for number in 0..<units { city.unit("u\(number)") }
    return city
  }

  @Test("two units for two places a day pass, whoever is posted")
  func passes() {
    #expect(city(units: 2).findings("CAP001").isEmpty)
  }

  @Test("one unit for two shifts of a day is too few, told once for all days where it shows first")
  func oneADay() {
    let findings = city(units: 1).findings("CAP001")
    #expect(
      findings.map(\.message) == [
        "y1, 2026-11-30..2026-12-06: on the worst day 2 unit-shifts needed, at most 1 possible"
      ])
    #expect(findings.map(\.subject.description) == ["square:y1/2026-11-30///"])
    #expect(findings.map(\.severity) == [.warning])
  }

  @Test("absence, needs and reach leave too few for a beat, at the demand row that asks for them")
  func standing() {
    var city = city(units: 2)
    city.absent(UnitReference(0), days: "2026-12-02..2026-12-03")
    city.absent(UnitReference(1), days: "2026-12-02", shift: CityFixture.a)
    #expect(
      city.findings("CAP001").map(\.message).first == "y1 / y1-post, 2026-12-02 A: 1 unit needed, at most 0 possible")
    var needs = self.city(units: 2)
    needs.roster.beats[0].needs = ["boat"]
    #expect(needs.subjects("CAP001") == ["square:y1-post/2026-11-30/A//"])
    #expect(
      needs.findings("CAP001").map(\.location) == [Location(file: "demand.csv", line: 2, field: .column("minimum"))])
    var reach = self.city(units: 2)
    for number in 0..<2 { reach.roster.units[number].home = .department(DepartmentReference(1)) }
    for number in 0..<2 { reach.roster.units[number].reach = .department }
    #expect(reach.findings("CAP001").count == 2)
  }

  @Test(
    "a week's hours, runs, rest, weekends and counts of shifts leave too few over days, never on one",
    arguments: [
      "hours", "week", "run", "rest", "weekends", "nights", "counts",
    ])
  func overDays(limit: String) {
    var city = city(units: 2) { regime in
      switch limit {
      case "hours": regime.maxMinutes = 28 * 8 * 60 / 7 * 6
      case "week": regime.maxMinutesPerWeek = 48 * 60
      case "run": regime.maxConsecutiveDays = 6
      case "rest": regime.restMinutes = 30 * 60
      case "weekends": regime.maxWeekends = 0
      case "nights": regime.maxConsecutiveNights = 2
      default: regime.maxShifts = [Regime.ShiftLimit(shift: CityFixture.c, most: 12)]
      }
    }
    #expect(city.findings("CAP001").count == (limit == "nights" ? 0 : 1), "\(limit)")
    city.unit("more")
    #expect(city.findings("CAP001").isEmpty, "\(limit)")
  }

  @Test("what is asked of beats of one force, and of forces and skills, adds up only where no unit serves both")
  func sorts() {
    var city = CityFixture()
    city.roster.beats[0].forces = ForceSet([.guard])
    city.demand(.beat(CityFixture.y1Post), shift: CityFixture.a, minimum: 1)
    city.demand(.beat(CityFixture.y1Route), shift: CityFixture.a, force: .police, minimum: 1)
    city.demand(.city, shift: CityFixture.a, skill: "dog", minimum: 1)
    city.unit("g", .guard, skills: ["dog"])
    city.unit("p")
    #expect(city.findings("CAP001").isEmpty)
    city.roster.units[0].force = .volunteer
    #expect(city.subjects("CAP001") == ["square:y1-post/2026-11-30/A/guard/"])
  }

  @Test("a duty counts in each tile that it covers")
  func duties() {
    var city = CityFixture()
    city.demand(.beat(CityFixture.y1Post), minimum: 1)
    city.unit("d", regime: 1)
    #expect(city.findings("CAP001").isEmpty)
  }

  @Test("a rule that is not an error everywhere proves nothing")
  func lenient() {
    var city = city(units: 1)
    city.rule("unit-twice-in-a-day", .warning)
    #expect(city.findings("CAP001").isEmpty)
    city.rule("unit-twice-in-a-day", .error)
    city.roster.settings.rules["unit-twice-in-a-day"]?.overrides = [RuleOverride(force: .guard, severity: .info)]
    #expect(city.findings("CAP001").isEmpty)
  }

  @Test("narrowed to days, only a shortage that touches them is told")
  func scope() {
    var city = city(units: 2)
    city.absent(UnitReference(0), days: "2026-12-02")
    var options = ValidationOptions()
    options.select = ["CAP"]
    options.scope = CoverageScope(from: city.day(3))
    #expect(Validator.findings(in: city.roster, options: options).isEmpty)
    options.scope = CoverageScope(from: city.day(2), to: city.day(2))
    #expect(Validator.findings(in: city.roster, options: options).count == 1)
  }
}
