import Coverage
import RosterModel
import Testing

@Suite("ORG001 departments-outside-4-9")
struct DepartmentsOutside4To9Tests {
  @Test("a district of four to nine departments passes", arguments: [4, 9])
  func passes(departments: Int) {
    #expect(city(departments).findings("ORG001").isEmpty)
  }

  @Test("a district of three or ten departments is found at its row", arguments: [3, 10])
  func fails(departments: Int) {
    let findings = city(departments).findings("ORG001")
    #expect(findings.map(\.subject.description) == ["row:districts/yunusobod"])
    #expect(findings.first?.location == Location(file: "districts.csv", line: 2, field: .column("id")))
    #expect(findings.first?.severity == .warning)
  }

  @Test("the roster may set other bounds")
  func settings() {
    var city = city(2)
    city.rule("departments-outside-4-9", nil, ["least": .integer(2)])
    #expect(city.findings("ORG001").isEmpty)
  }

  private func city(_ departments: Int) -> CityFixture {
    var city = CityFixture()
    for number in 2..<max(2, departments) {
      city.roster.departments.append(Department(id: "y\(number + 1)", district: DistrictReference(0), name: ""))
    }
    return city
  }
}
