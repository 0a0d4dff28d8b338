import RosterModel
import Testing

@testable import Coverage

@Suite("Changes, tried before they are made")
struct RosterTrialTests {
  @Test("a trial counts what the whole roster counts before and after, and takes the change back")
  func counting() {
    for seed in 0..<120 {
      var random = SeededRandom(seed: UInt64(seed))
      let city = RandomCity.make(&random)
      let grid = city.grid
      let edits = (0..<3).map { _ in Edit.add(RandomCity.assignment(city, &random)) }
      var trial = RosterTrial(grid)
      let outcome = trial.outcome(of: edits)
      var after = grid
      for edit in edits { after.apply(edit) }
      let (then, now) = (grid.summary(), after.summary())
      #expect(outcome.cost.gap == 1000 * (now.missing - then.missing))
      #expect(outcome.cost.shortfall == 100 * (now.shortfall - then.shortfall))
      #expect(outcome.cost.surplus == 10 * (now.surplus - then.surplus))
      #expect(outcome.gaps.reduce(0) { $0 + $1.more } == now.missing - then.missing)
      #expect(trial.grid.summary() == then)
      #expect(trial.outcome(of: edits) == outcome)
    }
  }

  @Test("a posting breaks in a trial what the desk gives as the reasons against it")
  func reasons() {
    for seed in 0..<120 {
      var random = SeededRandom(seed: UInt64(seed))
      let city = RandomCity.make(&random)
      let posting = RandomCity.assignment(city, &random)
      let grid = city.grid
      let isInPeriod = grid.frame.offset(of: posting.day) != nil
      guard posting.unit.isKnown, posting.beat.isKnown, posting.shift.isKnown, isInPeriod else { continue }
      var trial = RosterTrial(grid)
      let rules = trial.outcome(of: [.add(posting)]).breaks.map(\.reason.rule)
      let reasons = grid.reasons(against: posting.unit, beat: posting.beat, day: posting.day, shift: posting.shift)
      #expect(Set(rules.map(\.id)) == Set(reasons.map(\.rule.id)), "seed \(seed)")
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
    var trial = RosterTrial(city.grid)
    let posting = Assignment(day: city.day(1), shift: CityFixture.a, beat: CityFixture.y2Post, unit: unit)
    let cost = trial.outcome(of: [.add(posting)]).cost
    #expect(
      cost.parts.map { "\($0.name) \($0.cost)" } == ["request 10", "continuity 1", "far_from_home 1", "rules 50"])
  }
}
