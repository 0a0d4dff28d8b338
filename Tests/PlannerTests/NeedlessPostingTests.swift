import Coverage
import RosterModel
import Testing

@testable import Planner

@Suite("Postings that nobody needs")
struct NeedlessPostingTests {
  private func roster() -> Roster {
    var roster = SmallCity.staffed(days: 7)
    roster.units.removeAll { $0.force == .volunteer }
    roster.demand = [DemandRow(place: .beat(BeatReference(1)), shift: SmallCity.a, minimum: 1, target: 1)]
    return roster
  }

  private func options() -> PlanOptions {
    var options = PlanOptions()
    options.iterations = 10_000
    return options
  }

  @Test("where one unit is wanted and more would do no harm, one is posted")
  func oneIsEnough() throws {
    let roster = roster()
    let planned = try PlannerJob.run(roster, options: options()).change.applied(to: roster)
    let days = planned.assignments.map(\.day)
    #expect(days.count == 7)
    #expect(Set(days).count == 7)
  }

  @Test("what a person posted beyond that stays")
  func peoplesOwnStay() throws {
    var roster = roster()
    let unit = try #require(
      roster.units.indices.first {
        roster.units[$0].force == .police && roster.units[$0].regime == SmallCity.threeShift
      })
    let other = try #require(
      roster.units.indices.first {
        $0 != unit && roster.units[$0].force == .police && roster.units[$0].regime == SmallCity.threeShift
      })
    roster.assignments = [unit, other].map {
      Assignment(
        day: SmallCity.firstDay, shift: SmallCity.a, beat: BeatReference(1), unit: UnitReference($0))
    }
    var one = options()
    one.iterations = 1
    let proposal = try PlannerJob.run(roster, options: one)
    #expect(proposal.change.removed.isEmpty)
  }
}
