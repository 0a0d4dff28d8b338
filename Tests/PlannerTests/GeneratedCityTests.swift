import Coverage
import RosterGenerator
import RosterModel
import Testing

@testable import Planner

@Suite("Generated cities, in which a full solution was planted")
struct GeneratedCityTests {
  private static func city(seed: UInt64, spare: Int = 5) throws -> GeneratedRoster {
    try RosterGenerator.generate(GeneratorOptions(districts: 1, departments: 1, days: 14, spare: spare, seed: seed))
  }

  private static func errors(_ roster: Roster) -> [Finding] {
    Validator.findings(in: roster).filter { $0.severity == .error && PlannedRules.names.contains($0.rule.name) }
  }

  @Test("a department with crews to spare is planned without a gap and without breaking a rule", arguments: [1, 2])
  func planned(seed: Int) throws {
    let roster = try Self.city(seed: UInt64(seed), spare: 15).roster
    var options = PlanOptions()
    options.iterations = 300_000
    options.threads = 2
    let proposal = try PlannerJob.run(roster, options: options)
    let planned = proposal.change.applied(to: roster)
    #expect(proposal.gaps == 0)
    #expect(CoverageGrid(planned).summary().missing == 0)
    #expect(Self.errors(planned).isEmpty)
  }

  @Test("the planted solution is right to the engine too, and is kept as it is where there is no time to search")
  func plantIsKept() throws {
    let planted = try Self.city(seed: 3).planted
    let control = PlanControl()
    control.cancel()
    let proposal = try PlannerJob.run(planted, control: control)
    #expect(proposal.change.removed.isEmpty)
    #expect(proposal.gaps == 0)
    #expect(proposal.shortfall == 0)
  }

  @Test("every pair of unit and beat that the plant uses is an option of the problem")
  func plantIsPossible() throws {
    let city = try Self.city(seed: 4)
    let plan = try ProblemCompiler.compile(city.planted)
    #expect(plan.start.count { $0 != nil } == city.plant.count)
    #expect(plan.notes.isEmpty)
  }
}
