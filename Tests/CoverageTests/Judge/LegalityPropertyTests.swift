import RosterModel
import Testing

@testable import Coverage

@Suite("Legality and the validator give the same verdict")
struct LegalityPropertyTests {
  private static let families: Set<String> = ["MIX", "RST", "DUP", "ABS", "RCH"]

  @Test("a posting is legal exactly where it leaves a clean roster clean", arguments: 0..<6, [false, true])
  func sameVerdict(seed: Int, varies: Bool) {
    var random = SeededRandom(seed: UInt64(2000 + seed))
    var city = RandomCity.make(&random)
    if varies { RandomCity.varySeverities(of: &city, &random) }
    city.roster.assignments = []
    var grid = CoverageGrid(city.roster)
    var posted = 0
    for _ in 0..<80 {
      let posting = Assignment(
        day: city.day(Int.random(in: 0..<7, using: &random)),
        shift: ShiftReference(Int.random(in: 0..<5, using: &random)),
        beat: BeatReference(Int.random(in: 0..<4, using: &random)),
        unit: UnitReference(Int.random(in: 0..<8, using: &random)))
      let reasons = grid.breaks(of: posting)
      var after = grid
      after.add(posting)
      #expect(Set(reasons.filter(\.isHard).map(\.rule.id)) == Self.errors(after), "\(posting)")
      guard !reasons.contains(where: \.isHard) else { continue }
      grid = after
      posted += 1
    }
    #expect(posted > 3)
  }

  @Test("in a roster with mistakes, a posting without a reason makes none worse", arguments: 0..<6)
  func noWorse(seed: Int) {
    var random = SeededRandom(seed: UInt64(3000 + seed))
    let city = RandomCity.make(&random)
    let grid = CoverageGrid(city.roster)
    for _ in 0..<40 {
      let posting = RandomCity.assignment(city, &random)
      let reasons = grid.breaks(of: posting)
      var after = grid
      after.add(posting)
      if posting.unit.isKnown, grid.doesCount(posting), grid.frame.offset(of: posting.day) != nil, reasons.isEmpty {
        #expect(Self.badness(after, posting.unit.index) <= Self.badness(grid, posting.unit.index), "\(posting)")
      }
      #expect(Set(reasons.filter(\.isHard).map(\.rule.id)).isSubset(of: Self.errors(after)), "\(posting)")
    }
  }

  private static func errors(_ grid: CoverageGrid) -> Set<String> {
    Set(
      Validator.validate(grid).findings.filter { $0.severity == .error && families.contains($0.rule.family) }
        .map(\.rule.id))
  }

  private static func badness(_ grid: CoverageGrid, _ unit: Int) -> Int {
    var timeline = UnitTimeline(grid.frame)
    timeline.load(unit, from: grid)
    var found: [Violation] = []
    let rules = UnitRules.all.indices.filter { UnitRules.all[$0] != UnderHours.self }
    UnitRules.check(timeline, rules, into: &found)
    return found.reduce(0) { $0 + $1.excess }
  }
}
