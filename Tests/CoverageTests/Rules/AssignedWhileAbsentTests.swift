import Coverage
import RosterModel
import Testing

@Suite("ABS001 assigned-while-absent")
struct AssignedWhileAbsentTests {
  @Test("a posting before and after an absence passes, and one in another shift than the absent one")
  func passes() {
    var city = CityFixture()
    let unit = city.unit("u")
    city.absent(unit, days: "2026-12-02")
    city.absent(unit, days: "2026-12-05", shift: CityFixture.c)
    for offset in [1, 3, 5] { city.post(unit, offset, CityFixture.a) }
    #expect(city.findings("ABS001").isEmpty)
  }

  @Test("a posting on a day of absence is an error, and breaks no other rule beside it")
  func fails() {
    var city = CityFixture()
    city.regime { $0.restMinutes = 720 }
    let unit = city.unit("u", home: .department(DepartmentReference(1)), reach: .department)
    city.absent(unit, days: "2026-12-02")
    city.absent(unit, days: "sat", shift: CityFixture.c)
    city.post(unit, 1, CityFixture.c, CityFixture.y2Post)
    city.post(unit, 2, CityFixture.a)
    city.post(unit, 5, CityFixture.d)
    let findings = Validator.findings(in: city.roster).filter { $0.location?.file == "assignments.csv" }
    #expect(findings.map(\.rule.id) == ["COV005", "ABS001", "ABS001"])
    #expect(findings[1].message == "u, 2026-12-02 A: absent (sick) on 2 Dec")
    #expect(findings[2].subject.description == "unit:u/2026-12-05/D")
  }

  @Test("history is not looked at")
  func history() {
    var city = CityFixture()
    let unit = city.unit("u")
    city.absent(unit, days: "daily")
    city.post(unit, -1, CityFixture.a)
    #expect(city.findings("ABS001").isEmpty)
  }
}
