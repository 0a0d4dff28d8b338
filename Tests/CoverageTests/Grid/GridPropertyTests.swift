import RosterModel
import Testing

@testable import Coverage

@Suite("The grid kept up to date is the grid built anew")
struct GridPropertyTests {
  @Test("random postings and absences, added and taken away", arguments: 0..<12)
  func incremental(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    var city = RandomCity.make(&random)
    var grid = CoverageGrid(city.roster)
    for _ in 0..<120 {
      let edit = RandomCity.edit(city, &random)
      grid.apply(edit)
      try? city.roster.apply(edit)
    }
    let rebuilt = CoverageGrid(city.roster)
    #expect(grid.have == rebuilt.have)
    #expect(grid.forceCounts == rebuilt.forceCounts)
    #expect(grid.summary() == rebuilt.summary())
    #expect(grid.gaps() == rebuilt.gaps())
    for unit in city.roster.units.indices.map({ UnitReference($0) }) {
      #expect(grid.assignments(of: unit) == rebuilt.assignments(of: unit))
    }
    for beat in city.roster.beats.indices.map({ BeatReference($0) }) {
      for offset in 0..<7 {
        for tile in 0..<3 {
          let day = city.day(offset)
          #expect(grid.entries(beat: beat, day: day, tile: tile) == rebuilt.entries(beat: beat, day: day, tile: tile))
        }
      }
    }
    #expect(Self.words(grid) == Self.words(rebuilt))
  }

  @Test("what a square has is the number of postings that match it, counted one by one", arguments: 0..<12)
  func recount(seed: Int) {
    var random = SeededRandom(seed: UInt64(1000 + seed))
    let city = RandomCity.make(&random)
    let grid = CoverageGrid(city.roster)
    grid.forEachSquare { state in
      let line = grid.frame.plan.lines[state.square.line]
      let matching = city.roster.assignments.count { RandomCity.matches($0, line, state.square, city.roster) }
      #expect(state.have == matching)
    }
  }

  private static func words(_ grid: CoverageGrid) -> [String] {
    Validator.validate(grid).findings.map { "\($0.location?.line ?? 0) \($0.rule.id) \($0.subject) \($0.message)" }
  }
}
