import RosterModel
import Testing

@testable import Coverage

@Suite("The judge of edits")
struct JudgeTests {
  @Test("a trial counts what the whole roster counts before and after, and takes the change back")
  func counting() {
    for seed in 0..<120 {
      var random = SeededRandom(seed: UInt64(seed))
      let city = RandomCity.make(&random)
      var grid = city.grid
      let edits = (0..<3).map { _ in Edit.add(RandomCity.assignment(city, &random)) }
      var judge = Judge(grid.frame)
      let outcome = judge.judgement(of: edits, on: &grid)
      var after = grid
      for edit in edits { after.apply(edit) }
      let (then, now) = (grid.summary(), after.summary())
      #expect(outcome.cost.gap == 1000 * (now.missing - then.missing))
      #expect(outcome.cost.shortfall == 100 * (now.shortfall - then.shortfall))
      #expect(outcome.cost.surplus == 10 * (now.surplus - then.surplus))
      #expect(outcome.gaps.reduce(0) { $0 + $1.more } == now.missing - then.missing)
      #expect(grid.summary() == then)
      #expect(judge.judgement(of: edits, on: &grid) == outcome)
    }
  }

  @Test("continuity, distance, requests and rules that are less than errors cost what the weights say")
  func weights() {
    var city = CityFixture()
    city.roster.settings.weights.fairness = 0
    city.rule("posted-beyond-reach", .warning)
    let unit = city.unit("u", reach: .department)
    city.post(unit, 0, CityFixture.a)
    city.roster.requests = [
      Request(unit: unit, days: CityFixture.pattern("2026-12-01"), matter: .off, wish: .want, weight: 2)
    ]
    var grid = city.grid
    var judge = Judge(grid.frame)
    let posting = Assignment(day: city.day(1), shift: CityFixture.a, beat: CityFixture.y2Post, unit: unit)
    let cost = judge.judgement(of: [.add(posting)], on: &grid).cost
    #expect(
      cost.parts.map { "\($0.name) \($0.cost)" } == ["request 10", "continuity 1", "far_from_home 1", "rules 50"])
  }
}
