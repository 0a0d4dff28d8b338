import Coverage
import RosterModel
import Testing

@Suite("REF001 unknown-id")
struct UnknownIDTests {
  @Test("a roster whose ids are all defined passes")
  func passes() {
    var city = CityFixture()
    city.demand(.city, minimum: 1)
    city.post(city.unit("u"), 0, CityFixture.a)
    #expect(city.findings("REF001").isEmpty)
  }

  @Test("every column of every table is looked at")
  func fails() {
    var city = CityFixture()
    let ghost = city.roster.stray("ghost")
    let unit = city.unit("u", home: .unknown(Int32(ghost)), regime: 0)
    city.roster.units[0].regime = RegimeReference(stray: ghost)
    city.roster.departments[0].district = DistrictReference(stray: ghost)
    city.roster.beats[0].place = .unknown(Int32(ghost))
    city.demand(.unknown(Int32(ghost)), shift: ShiftReference(stray: ghost), minimum: 1)
    city.post(UnitReference(stray: ghost), 0, ShiftReference(stray: ghost), BeatReference(stray: ghost))
    city.absent(UnitReference(stray: ghost), days: "daily", shift: ShiftReference(stray: ghost))
    city.roster.requests = [
      Request(
        unit: UnitReference(stray: ghost), days: .daily, matter: .shift(ShiftReference(stray: ghost)), wish: .avoid)
    ]
    city.roster.publications = [
      Publication(district: DistrictReference(stray: ghost), day: city.day(0), at: "", by: "")
    ]
    city.roster.published = [
      Assignment(day: city.day(0), shift: ShiftReference(stray: ghost), beat: CityFixture.y1Post, unit: unit)
    ]
    city.roster.incidents = [Incident(at: "2026-11-01T10:00", place: .unknown(Int32(ghost)))]
    city.regime { $0.maxShifts = [Regime.ShiftLimit(shift: ShiftReference(stray: ghost), most: 1)] }
    let columns = Set(
      city.findings("REF001").map { finding in
        finding.data.prefix(2).map { datum in
          if case .text(let text) = datum.value { return text }
          return ""
        }.joined(separator: ".")
      })
    #expect(
      columns == [
        "departments.district", "beats.place", "units.home", "units.regime", "demand.place", "demand.shift",
        "assignments.unit", "assignments.shift", "assignments.beat", "absences.unit", "absences.shift",
        "requests.unit", "requests.shift", "publications.district", "published.shift", "incidents.place",
        "roster.toml.max_shifts",
      ])
  }

  @Test("a row that names something unknown is found once a column and by no other rule of units")
  func onlyThat() {
    var city = CityFixture()
    let ghost = city.roster.stray("ghost")
    city.post(UnitReference(stray: ghost), 0, CityFixture.a)
    city.post(UnitReference(stray: ghost), 0, CityFixture.a, BeatReference(stray: ghost))
    let findings = Validator.findings(in: city.roster).filter { $0.location?.file == "assignments.csv" }
    #expect(findings.map(\.rule.id) == ["REF001", "REF001", "REF001"])
    #expect(findings.first?.message == "column unit: no unit has the id ghost; mend it, or add the unit")
    #expect(findings.first?.location?.line == 2)
  }

  @Test("it cannot be re-graded")
  func regrade() {
    var city = CityFixture()
    let ghost = city.roster.stray("ghost")
    city.post(UnitReference(stray: ghost), 0, CityFixture.a)
    city.rule("unknown-id", .off)
    #expect(city.findings("REF001").map(\.severity) == [.error])
  }
}
