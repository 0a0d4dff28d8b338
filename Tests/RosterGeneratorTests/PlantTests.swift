import Coverage
import RosterModel
import Testing

@testable import RosterGenerator

@Suite("The planted solution")
struct PlantTests {
  @Test("breaks no rule but of fairness and meets every square, whatever the seed", arguments: [1, 2, 3] as [UInt64])
  func keepsEveryRule(seed: UInt64) throws {
    let roster = try SmallCity.make(seed: seed, spare: 0).planted
    #expect(SmallCity.findings(roster).map(\.message) == [])
    let result = Validator.validate(roster)
    #expect(result.summary.coverage.squares > 800)
    #expect(result.summary.coverage.met == result.summary.coverage.squares)
  }

  @Test(
    "breaks no rule for periods of one week to a quarter that start on any weekday",
    arguments: [(7, 0), (10, 3), (31, 5), (28, 6), (84, 2)])
  func anyPeriod(days: Int, later: Int) throws {
    var options = SmallCity.options(spare: 0, days: days)
    options.firstDay = options.firstDay.advanced(by: later)
    let roster = try RosterGenerator.generate(options).planted
    // In a week three weekends of 28 days are none, and the rota keeps to that.
    let findings = SmallCity.findings(roster).filter { $0.rule.name != "limit-of-nothing" }
    #expect(findings.map(\.message) == [])
  }

  @Test("breaks no rule without history and with four weeks of it", arguments: [0, 28])
  func anyHistory(historyDays: Int) throws {
    var options = SmallCity.options(spare: 0)
    options.historyDays = historyDays
    let city = try RosterGenerator.generate(options)
    #expect(city.roster.assignments.isEmpty == (historyDays == 0))
    #expect(SmallCity.findings(city.planted).map(\.message) == [])
  }

  @Test("of several districts needs units that cross from one to another")
  func severalDistricts() throws {
    let city = try RosterGenerator.generate(
      GeneratorOptions(districts: 2, departments: 4, beats: 26, days: 14, spare: 0))
    #expect(SmallCity.findings(city.planted).map(\.message) == [])
    let roster = city.roster
    var districts: [Int: Set<Int>] = [:]
    for assignment in city.plant where roster.units[assignment.unit.index].home == .city {
      let district = try #require(roster.district(of: .beat(assignment.beat)))
      districts[assignment.unit.index, default: []].insert(district.index)
    }
    #expect(districts.values.contains { $0.count > 1 })
  }

  @Test("misses its target somewhere when one of its assignments is taken away", arguments: [0, 50, 99])
  func everyAssignmentIsNeeded(percent: Int) throws {
    var city = try SmallCity.make(spare: 0, days: 7)
    city.plant.remove(at: (city.plant.count - 1) * percent / 100)
    let coverage = Validator.validate(city.planted).summary.coverage
    #expect(coverage.met < coverage.squares)
  }

  @Test("stands on no day before or after the period")
  func insideThePeriod() throws {
    let city = try SmallCity.make()
    let settings = city.roster.settings
    #expect(city.plant.allSatisfy { settings.period.contains($0.day) })
    #expect(city.roster.assignments.allSatisfy { $0.day < settings.firstDay })
    #expect(Set(city.roster.assignments.map(\.day)).count == 7)
  }

  @Test("has duties that cover several tiles, and volunteers only beside an escort")
  func dutiesAndEscorts() throws {
    let city = try SmallCity.make()
    let shifts = Set(city.plant.map { city.roster.settings.shifts[$0.shift].id })
    #expect(shifts == ["A", "B", "C", "D", "E"])
    #expect(city.plant.contains { city.roster.units[$0.unit.index].force == .volunteer })
  }
}
