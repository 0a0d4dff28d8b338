import Coverage
import RosterEngine
import RosterModel
import Testing

@testable import Planner

@Suite("The engine's problem and the rule catalogue give the same verdict")
struct VerdictTests {
  private static let kinds: [(kind: ConstraintKind, rule: String)] = [
    (.rest, "rest-too-short"), (.weeklyRest, "weekly-rest-too-short"), (.workRun, "too-many-days-in-a-row"),
    (.nightRun, "too-many-nights-in-a-row"), (.offRun, "too-few-days-off-in-a-row"), (.totalMinutes, "over-hours"),
    (.weekMinutes, "over-hours-in-a-week"), (.weekends, "too-many-weekends"),
    (.shiftCount, "too-many-of-a-shift"),
  ]

  @Test("a random roster breaks a limit of its regimes for both or for neither", arguments: 0..<40)
  func contractsAgree(seed: Int) throws {
    try expectAgreement(on: RandomCity.idle(UInt64(seed)), seed)
  }

  @Test("so does one whose units work a split duty, with its pause neither work nor rest", arguments: 0..<40)
  func contractsAgreeOnSplitDuties(seed: Int) throws {
    try expectAgreement(on: RandomCity.idle(UInt64(seed)).withSplitDuty, seed)
  }

  private func expectAgreement(on roster: Roster, _ seed: Int) throws {
    var random = TestRandom(UInt64(seed) + 77)
    let plan = try ProblemCompiler.compile(roster)
    let evaluator = Evaluator(plan.problem)
    let before = evaluator.cost(of: plan.start)
    for _ in 0..<4 {
      let cells = Self.randomCells(plan, density: 15 + random.below(60), &random)
      let cost = evaluator.cost(of: cells)
      let broken = Self.brokenRules(plan.change(to: cells).applied(to: roster))
      for (kind, rule) in Self.kinds {
        #expect((cost.violation(of: kind) > before.violation(of: kind)) == broken.contains(rule), "\(rule)")
      }
      let escorts = ["volunteer-without-escort", "too-many-volunteers-per-escort"]
      #expect((cost.violation(of: .ratio) > 0) == escorts.contains(where: broken.contains))
    }
  }

  @Test("each limit is both kept and broken by some of those rosters")
  func everyVerdictOccurs() throws {
    var broken: [String: Int] = [:]
    for seed in 0..<40 {
      var random = TestRandom(UInt64(seed) + 77)
      let roster = RandomCity.idle(UInt64(seed))
      let plan = try ProblemCompiler.compile(roster)
      for _ in 0..<4 {
        let cells = Self.randomCells(plan, density: 15 + random.below(60), &random)
        for rule in Self.brokenRules(plan.change(to: cells).applied(to: roster)) { broken[rule, default: 0] += 1 }
      }
    }
    for (_, rule) in Self.kinds { #expect((1..<160).contains(broken[rule] ?? 0), "\(rule)") }
  }

  @Test("a single posting is an option of the engine where the catalogue has nothing against it", arguments: 0..<12)
  func optionsAgree(seed: Int) throws {
    let roster = RandomCity.idle(UInt64(seed))
    let grid = CoverageGrid(roster)
    let plan = try ProblemCompiler.compile(roster)
    let single = [
      "force-not-allowed-on-beat", "unit-lacks-need", "posted-beyond-reach", "shift-not-in-regime",
      "assigned-while-absent",
    ]
    let problem = plan.problem
    for (staff, unit) in plan.units.enumerated() {
      for beat in roster.beats.indices {
        for shift in roster.settings.shifts.shifts.indices {
          for day in 0..<problem.dayCount {
            let reasons = grid.breaks(
              of: RosterModel.Assignment(
                day: SmallCity.firstDay.advanced(by: day), shift: ShiftReference(shift), beat: BeatReference(beat),
                unit: unit))
            let isLegal = !reasons.contains { $0.isHard && single.contains($0.rule.name) }
            let isOption = Self.isOption(problem, staff, day, RosterEngine.Assignment(shift: shift, post: beat))
            #expect(isLegal == isOption)
          }
        }
      }
    }
  }

  @Test("a rule re-graded to warning is soft, and one that is off is gone", arguments: 0..<10)
  func regradedRules(seed: Int) throws {
    var random = TestRandom(UInt64(seed) + 5)
    var roster = RandomCity.idle(UInt64(seed))
    for name in PlannedRules.names { roster.settings.rules[name] = RuleSetting(severity: .warning) }
    let soft = try ProblemCompiler.compile(roster)
    for name in PlannedRules.names { roster.settings.rules[name] = RuleSetting(severity: .off) }
    let gone = try ProblemCompiler.compile(roster)
    let cells = Self.randomCells(soft, density: 60, &random)
    let cost = Evaluator(soft.problem).cost(of: cells)
    #expect(cost.hardTotal == 0)
    let kinds = Self.kinds.map(\.kind) + [.ratio]
    #expect(kinds.map { cost.cost(of: $0) }.reduce(0, +) > 0)
    let without = Evaluator(gone.problem).cost(of: Self.randomCells(gone, density: 60, &random))
    #expect(without.hardTotal == 0)
    #expect(kinds.map { without.cost(of: $0) }.reduce(0, +) == 0)
  }

  private static func isOption(
    _ problem: Problem, _ staff: Int, _ day: Int, _ assignment: RosterEngine.Assignment
  ) -> Bool {
    let member = problem.staff[staff]
    let away = problem.unavailable.filter { $0.staff == staff && $0.day == day }
    return problem.contracts[member.contract].allowedShifts.contains(assignment.shift)
      && !away.contains { $0.shifts.contains(assignment.shift) }
      && problem.classes[member.staffClass].options.contains {
        $0.post == assignment.post && $0.isAssignable && $0.shifts.contains(assignment.shift)
      }
  }

  private static func randomCells(
    _ plan: CompiledPlan, density: Int, _ random: inout TestRandom
  ) -> [RosterEngine.Assignment?] {
    let problem = plan.problem
    var cells = plan.start
    for index in cells.indices where random.chance(density) {
      let (staff, day) = (index / problem.dayCount, index % problem.dayCount)
      let options = problem.classes[problem.staff[staff].staffClass].options.filter(\.isAssignable)
      let assignment = RosterEngine.Assignment(
        shift: random.below(problem.shifts.count), post: random.pick(options).post)
      if isOption(problem, staff, day, assignment) { cells[index] = assignment }
    }
    return cells
  }

  private static func brokenRules(_ roster: Roster) -> Set<String> {
    Set(Validator.findings(in: roster).filter { $0.severity == .error }.map(\.rule.name))
  }
}
