import Coverage
import RosterModel
import Testing

@Suite("EQL001 night-load-uneven")
struct NightLoadUnevenTests {
  @Test("two nights above the mean of 28 days pass")
  func passes() { #expect(city([0..<6, 0..<2, 0..<4]).findings("EQL001").isEmpty) }

  @Test("three are a warning about the unit")
  func fails() {
    let findings = city([0..<8, 0..<3, 0..<4]).findings("EQL001")
    #expect(findings.map(\.subject.description) == ["unit:u0"])
    #expect(findings.first?.message == "u0: 8 nights in 28 days, 5.0 on average for its force, regime and district")
  }

  @Test("units of another force, regime or district are not compared")
  func groups() {
    var city = city([0..<8, 0..<3, 0..<4])
    city.roster.units[0].force = .guard
    #expect(city.findings("EQL001").isEmpty)
    city.roster.units[0].force = .police
    city.roster.units[0].home = .city
    #expect(city.findings("EQL001").isEmpty)
  }

  @Test("the load is per day not absent")
  func absence() {
    var city = city([14..<19, 0..<4, 0..<4])
    #expect(city.findings("EQL001").isEmpty)
    city.absent(UnitReference(0), days: "2026-11-30..2026-12-13")
    #expect(city.subjects("EQL001") == ["unit:u0"])
  }

  @Test("history counts, but a unit without a night in the period is not found")
  func history() {
    #expect(city([-8..<1, -3..<1, -3..<0]).subjects("EQL001") == ["unit:u0"])
    #expect(city([-9..<0, -3..<1, -3..<0]).findings("EQL001").isEmpty)
  }

  @Test("in a short period an excess of less than one night is none")
  func short() { #expect(city([0..<2, 0..<1, 0..<1], days: 7).findings("EQL001").isEmpty) }

  @Test("the roster may set the tolerance")
  func tolerance() {
    var city = city([0..<8, 0..<3, 0..<4])
    city.rule("night-load-uneven", nil, ["tolerance": .integer(3)])
    #expect(city.findings("EQL001").isEmpty)
  }

  private func city(_ nights: [Range<Int>], days: Int = 28) -> CityFixture {
    var city = CityFixture(days: days)
    for (number, offsets) in nights.enumerated() {
      let unit = city.unit("u\(number)")
      for offset in offsets { city.post(unit, offset, CityFixture.c) }
    }
    return city
  }
}
