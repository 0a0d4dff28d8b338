import Coverage
import RosterModel
import Testing

@testable import Planner

@Suite("Planning a roster")
struct PlannerJobTests {
  private static func options(_ iterations: Int = 40_000, threads: Int = 1) -> PlanOptions {
    var options = PlanOptions()
    options.iterations = iterations
    options.threads = threads
    return options
  }

  private static func errors(_ roster: Roster) -> [Finding] {
    Validator.findings(in: roster).filter { $0.severity == .error && PlannedRules.names.contains($0.rule.name) }
  }

  @Test("a city with enough crews is planned without a gap and without a finding about a unit")
  func fillsEveryGap() throws {
    let roster = SmallCity.staffed()
    let proposal = try PlannerJob.run(roster, options: Self.options())
    let planned = proposal.change.applied(to: roster)
    #expect(proposal.gaps == 0)
    #expect(CoverageGrid(planned).summary().missing == 0)
    #expect(Self.errors(planned).isEmpty)
    #expect(CoverageGrid(roster).summary().missing > 0)
  }

  @Test(
    "nobody is planned at two places at one time where a long night reaches into the next duty day, without a rule of rest"
  )
  func longNights() throws {
    var roster = SmallCity.staffed(days: 7)
    roster.settings.shifts = ShiftPlan(
      SmallCity.shifts().shifts + [
        Shift(
          id: "L", name: "Long night", start: ClockTime(minutes: 1320), minutes: 840, isNight: true,
          covers: [SmallCity.c])
      ])
    roster.settings.regimes[0] = Regime(name: "three-shift", shifts: [SmallCity.a, ShiftReference(5)])
    roster.units = Array(roster.units.prefix(1))
    roster.demand = [DemandRow(place: .beat(BeatReference(1)), minimum: 1)]
    let proposal = try PlannerJob.run(roster, options: Self.options(5000))
    let planned = proposal.change.applied(to: roster)
    #expect(Validator.findings(in: planned).filter { $0.rule.id == "DUP001" }.isEmpty)
    // With one unit a day is worked in A or in L; an L before an A would be the overlap, so both sorts of days occur.
    #expect(CoverageGrid(planned).summary().missing < 21)
  }

  @Test("the step of a proposal makes the same roster as its change, and its inverse the one before")
  func stepAndChangeAgree() throws {
    let roster = SmallCity.staffed(days: 7)
    let proposal = try PlannerJob.run(roster, options: Self.options(5000))
    var edited = roster
    try edited.apply(proposal.step)
    #expect(Set(edited.assignments) == Set(proposal.change.applied(to: roster).assignments))
    try edited.apply(proposal.step.inverse)
    #expect(edited == roster)
  }

  @Test("gaps and shortfall of a proposal are those that coverage counts")
  func figuresAgree() throws {
    var roster = SmallCity.staffed(days: 7)
    roster.demand[0].minimum = 2
    roster.demand[0].target = 4
    roster.units.removeLast(3)
    let proposal = try PlannerJob.run(roster, options: Self.options(5000))
    let summary = CoverageGrid(proposal.change.applied(to: roster)).summary()
    #expect(summary.missing > 0)
    #expect(proposal.gaps == summary.missing)
    #expect(proposal.shortfall == summary.shortfall)
    #expect(proposal.bound <= proposal.cost.total)
    #expect(proposal.cost.parts.map(\.cost).reduce(0, +) == proposal.cost.total)
  }

  @Test("the same seed and iterations give the same plan on one thread and on two")
  func threadsDoNotMatter() throws {
    let roster = SmallCity.staffed()
    let one = try PlannerJob.run(roster, options: Self.options(20_000, threads: 1))
    let two = try PlannerJob.run(roster, options: Self.options(20_000, threads: 2))
    #expect(one.change == two.change)
    #expect(one.cost == two.cost)
  }

  @Test("planning a planned roster again leaves its rows where they are as long as they are as good")
  func replanningKeepsRows() throws {
    var roster = SmallCity.staffed(days: 7)
    roster = try PlannerJob.run(roster, options: Self.options()).change.applied(to: roster)
    let again = try PlannerJob.run(roster, options: Self.options())
    #expect(again.change.removed.count < roster.assignments.count / 2)
    #expect(again.gaps == 0)
  }

  @Test("a unit that asks for a day off gets it where others can stand in")
  func keepsRequests() throws {
    var roster = SmallCity.staffed(days: 7)
    roster.requests = [
      Request(unit: UnitReference(0), days: .day(SmallCity.firstDay.advanced(by: 2)), matter: .off, wish: .want)
    ]
    let planned = try PlannerJob.run(roster, options: Self.options()).change.applied(to: roster)
    #expect(!planned.assignments.contains { $0.unit.index == 0 && $0.day == SmallCity.firstDay.advanced(by: 2) })
  }

  @Test("volunteers are posted only where an escort stands")
  func volunteersAreEscorted() throws {
    let roster = SmallCity.staffed()
    let planned = try PlannerJob.run(roster, options: Self.options()).change.applied(to: roster)
    let volunteers = planned.assignments.filter { roster.units[$0.unit.index].force == .volunteer }
    #expect(!volunteers.isEmpty)
    let grid = CoverageGrid(planned)
    for posting in volunteers {
      #expect(grid.count(of: .police, beat: posting.beat, day: posting.day, tile: 1) > 0)
    }
  }

  @Test("volunteers without police to escort them stay at home, and the gap is told")
  func noEscortNoVolunteer() throws {
    var roster = SmallCity.staffed(days: 7)
    roster.units.removeAll { $0.force != .volunteer }
    let proposal = try PlannerJob.run(roster, options: Self.options(5000))
    #expect(proposal.change.added.isEmpty)
    #expect(proposal.gaps > 0)
  }

  @Test("a posting on a tile that no demand counts is not made")
  func noNeedlessPostings() throws {
    var roster = SmallCity.staffed(days: 7)
    roster.demand = [DemandRow(place: .beat(BeatReference(1)), shift: SmallCity.a, minimum: 1)]
    let proposal = try PlannerJob.run(roster, options: Self.options(10_000))
    #expect(proposal.gaps == 0)
    #expect(proposal.change.added.allSatisfy { $0.shift == SmallCity.a && $0.beat.index == 1 })
  }

  @Test("cancelling before the search begins still gives a valid plan, and says so")
  func cancelled() throws {
    let roster = SmallCity.staffed()
    let control = PlanControl()
    control.cancel()
    var options = PlanOptions()
    options.timeLimit = 30
    let proposal = try PlannerJob.run(roster, options: options, control: control)
    #expect(proposal.isCancelled)
    #expect(Self.errors(proposal.change.applied(to: roster)).isEmpty)
  }

  @Test("progress tells the gaps of the best plan so far")
  func progressIsTold() throws {
    let control = PlanControl()
    let proposal = try PlannerJob.run(SmallCity.staffed(days: 7), options: Self.options(5000), control: control)
    let progress = try #require(control.progress)
    #expect(progress.gaps == proposal.gaps)
    #expect(progress.cost == proposal.cost.total)
  }

  @Test("a scope outside the period is refused in words")
  func emptyScope() throws {
    let scope = PlanScope(firstDay: SmallCity.firstDay.advanced(by: 100))
    let error = #expect(throws: PlanError.self) { try PlannerJob.run(SmallCity.staffed(), scope: scope) }
    #expect(error == .emptyScope(scope))
    #expect(error?.isFaultOfTheProgram == false)
  }

  @Test("a roster without tiles is refused in words")
  func noTiles() {
    var roster = SmallCity.staffed()
    roster.settings.shifts = ShiftPlan([])
    #expect(throws: PlanError.unusableShifts(shifts: 0, tiles: 0, most: 64)) { try PlannerJob.run(roster) }
  }

  @Test("nights are shared evenly among units that are alike")
  func nightsAreShared() throws {
    var roster = SmallCity.empty(days: 28)
    roster.units = (0..<6).map { number in
      Unit(
        id: "p\(number)", callsign: "P\(number)", force: .police, home: .district(SmallCity.south), reach: .district,
        regime: SmallCity.threeShift)
    }
    roster.settings.regimes[0].maxShifts = []
    roster.demand = [DemandRow(place: .beat(BeatReference(4)), shift: SmallCity.c, minimum: 1, maximum: 1)]
    let planned = try PlannerJob.run(roster, options: Self.options()).change.applied(to: roster)
    let nights = (0..<6).map { unit in planned.assignments.count { $0.unit.index == unit } }
    #expect(nights.reduce(0, +) == 28)
    #expect(nights.allSatisfy { (3...7).contains($0) })
  }

  @Test("a unit with many nights behind it is given fewer than the others")
  func historyCountsForFairness() throws {
    var roster = SmallCity.empty(days: 28)
    roster.units = (0..<6).map { number in
      Unit(
        id: "p\(number)", callsign: "P\(number)", force: .police, home: .district(SmallCity.south), reach: .district,
        regime: SmallCity.threeShift)
    }
    roster.settings.regimes[0].maxShifts = []
    roster.demand = [DemandRow(place: .beat(BeatReference(4)), shift: SmallCity.c, minimum: 1, maximum: 1)]
    roster.assignments = [-6, -5, -4, -2].map { day in
      Assignment(
        day: SmallCity.firstDay.advanced(by: day), shift: SmallCity.c, beat: BeatReference(4), unit: UnitReference(0))
    }
    let planned = try PlannerJob.run(roster, options: Self.options()).change.applied(to: roster)
    let nights = (0..<6).map { unit in
      planned.assignments.count { $0.unit.index == unit && $0.day >= SmallCity.firstDay }
    }
    #expect(nights[0] <= 4)
    #expect(nights[0] < nights.dropFirst().max() ?? 0)
  }
}
