import Coverage
import RosterModel
import Testing

@Suite("Validating a roster")
struct ValidatorTests {
  /// A roster with findings of several rules on several days.
  private var city: CityFixture {
    var city = CityFixture()
    city.regime {
      $0.restMinutes = 720
      $0.minMinutes = 160 * 60
    }
    city.demand(.beat(CityFixture.y1Post), shift: CityFixture.a, minimum: 1)
    let unit = city.unit("u", reach: .department)
    city.post(unit, 1, CityFixture.b, CityFixture.y2Post)
    city.post(unit, 2, CityFixture.a)
    return city
  }

  private func ids(_ change: (inout ValidationOptions) -> Void) -> [String] {
    var options = ValidationOptions()
    change(&options)
    return Validator.findings(in: city.roster, options: options).map(\.rule.id)
  }

  @Test("findings are sorted by file, line, rule and subject, those without a location last")
  func order() {
    let findings = Validator.findings(in: city.roster)
    #expect(
      findings.map { "\($0.location?.file ?? "-") \($0.rule.id)" } == [
        "assignments.csv COV005", "assignments.csv RCH001", "assignments.csv RST002",
        "beats.csv ORG003", "beats.csv ORG003", "beats.csv ORG003",
        "demand.csv COV001", "demand.csv COV001", "demand.csv COV001", "demand.csv COV001", "demand.csv COV001",
        "demand.csv COV001", "districts.csv COV004", "districts.csv ORG001", "units.csv RST008",
      ])
  }

  @Test("the order of the rows changes nothing but the rows")
  func shuffled() {
    var shuffled = city
    shuffled.roster.assignments.reverse()
    #expect(Validator.findings(in: shuffled.roster) == Validator.findings(in: city.roster))
  }

  @Test("any number of threads finds the same", arguments: [2, 3, 16])
  func threads(count: Int) {
    var random = SeededRandom(seed: 11)
    for _ in 0..<5 {
      let roster = RandomCity.make(&random).roster
      var options = ValidationOptions()
      let alone = Validator.findings(in: roster, options: options)
      options.threads = count
      #expect(Validator.findings(in: roster, options: options) == alone)
    }
  }

  @Test("select and ignore take ids, names and beginnings of ids")
  func selection() {
    #expect(ids { $0.select = ["RST", "posted-beyond-reach"] } == ["RCH001", "RST002", "RST008"])
    #expect(
      ids {
        $0.select = ["RST"]
        $0.ignore = ["RST008"]
      } == ["RST002"])
  }

  @Test("a rule that is off is not run, and the result says why each was skipped")
  func off() {
    var city = city
    city.rule("rest-too-short", .off)
    var options = ValidationOptions()
    options.select = ["RST"]
    options.ignore = ["under-hours"]
    let result = Validator.validate(city.roster, options: options)
    #expect(!result.rulesRun.contains { $0.id == "RST002" })
    let reasons = Dictionary(uniqueKeysWithValues: result.rulesSkipped.map { ($0.rule.id, $0.reason) })
    #expect(reasons["RST002"] == "off")
    #expect(reasons["RST008"] == "ignored")
    #expect(reasons["COV001"] == "not selected")
    #expect(result.rulesRun.count + result.rulesSkipped.count == RuleCatalogue.all.count)
  }

  @Test("severities may be given in place of the roster's")
  func severities() {
    var options = ValidationOptions()
    options.severities = ["COV": .info]
    options.select = ["COV001"]
    let result = Validator.validate(city.roster, options: options)
    #expect(result.findings.allSatisfy { $0.severity == .info })
    #expect(result.summary.infos == 6)
    #expect(result.summary.errors == 0)
  }

  @Test("narrowed to a day, only findings that touch it are told, and coverage is that day's")
  func days() {
    var options = ValidationOptions()
    options.scope = CoverageScope(from: city.day(2), to: city.day(2))
    let result = Validator.validate(city.roster, options: options)
    #expect(result.findings.map(\.rule.id) == ["RST002"])
    #expect(result.summary.coverage.squares == 1)
    #expect(result.summary.coverage.gaps == 0)
  }

  @Test("days that are the whole period narrow nothing")
  func wholePeriod() {
    var options = ValidationOptions()
    options.scope = CoverageScope(from: city.day(0), to: city.day(6))
    #expect(Validator.findings(in: city.roster, options: options) == Validator.findings(in: city.roster))
  }

  @Test("narrowed to a district, findings of others are left out, but what is unknown is told")
  func district() {
    var city = city
    city.roster.districts.append(District(id: "chilonzor", name: "Chilonzor", line: 3))
    city.post(UnitReference(stray: city.roster.stray("ghost")), 0, CityFixture.a)
    var options = ValidationOptions()
    options.scope = CoverageScope(district: DistrictReference(1))
    let result = Validator.validate(city.roster, options: options)
    #expect(result.findings.map(\.rule.id) == ["REF001", "ORG001"])
    #expect(result.summary.coverage.squares == 0)
  }

  @Test("the summary counts by severity")
  func summary() {
    let result = Validator.validate(city.roster)
    #expect(result.summary.errors == result.findings.count { $0.severity == .error })
    #expect(result.summary.warnings == result.findings.count { $0.severity == .warning })
    #expect(result.summary.infos == 3)
    #expect(result.summary.coverage == city.grid.summary())
  }

  @Test("a roster of nothing is validated")
  func empty() {
    var city = CityFixture()
    city.roster = Roster(settings: city.roster.settings)
    #expect(Validator.findings(in: city.roster).isEmpty)
  }
}
