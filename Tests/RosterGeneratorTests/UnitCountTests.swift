import Coverage
import RosterModel
import Testing

@testable import RosterGenerator

@Suite("Spare and missing units")
struct UnitCountTests {
  @Test("spare units come on top of the planted ones and change no demand", arguments: [1, 100])
  func spareUnits(spare: Int) throws {
    let bare = try SmallCity.make(spare: 0)
    let city = try SmallCity.make(spare: spare)
    let planted = bare.roster.units.count
    #expect(city.roster.units.count == planted + planted * spare / 100)
    #expect((city.roster.demand == bare.roster.demand) as Bool)
    #expect(city.plant.count == bare.plant.count)
  }

  @Test("spare units stand in the history and nowhere in the plant")
  func spareUnitsAreIdle() throws {
    let city = try SmallCity.make(spare: 50)
    let busy = Set(city.plant.map(\.unit))
    let spare = city.roster.units.indices.map { UnitReference($0) }.filter { !busy.contains($0) }
    #expect(spare.count == city.roster.units.count / 3)
    let before = Set(city.roster.assignments.map(\.unit))
    #expect(spare.count { before.contains($0) } > spare.count / 2)
    let findings = SmallCity.findings(city.planted)
    #expect(findings.allSatisfy { $0.rule.name == "under-hours" })
  }

  @Test("units left out take their assignments along, and the demand stays", arguments: [1, 30])
  func leftOut(percent: Int) throws {
    let bare = try SmallCity.make(spare: 0)
    let city = try SmallCity.make(spare: -percent)
    let planted = bare.roster.units.count
    #expect(city.roster.units.count == planted - planted * percent / 100)
    #expect((city.roster.demand == bare.roster.demand) as Bool)
    let result = Validator.validate(city.planted)
    #expect(result.summary.coverage.shortfall > 0)
    let expected: Set = [
      "below-target", "cell-below-minimum", "volunteer-without-escort", "too-many-volunteers-per-escort",
      "not-enough-units",
    ]
    #expect(Set(SmallCity.findings(city.planted).map(\.rule.name)).subtracting(expected).isEmpty)
  }

  @Test("a share of parts adds up to the share of the whole", arguments: [0, 3, 5, 33])
  func evenShare(percent: Int) {
    var share = EvenShare(perCent: percent)
    let parts = [1, 7, 12, 3, 40, 1, 1, 9, 26]
    let shares = parts.map { share.next(of: $0) }
    #expect(shares.reduce(0, +) == parts.reduce(0, +) * percent / 100)
    #expect(zip(shares, parts).allSatisfy { $0 <= $1 })
  }
}
