import Desk
import Planner
import RosterModel
import Testing

@Suite("letting the planner fill the district")
struct PlanStory {
  private let posting = Assignment(
    day: DeskFixture.day(5), shift: DeskFixture.c, beat: BeatReference(1), unit: UnitReference(3))

  /// A plan of the district that has been asked for.
  private func planning() -> (robot: Robot, ticket: Int) {
    var robot = Robot()
    robot.press("]g p")
    robot.sees("Planning Yunusobod")
    #expect(robot.planOrder?.scope.districts == [DistrictReference(0)])
    return (robot, robot.planOrder?.ticket ?? -1)
  }

  @Test("progress is shown as it comes, and the proposal can be accepted as one step that can be undone")
  func accept() {
    var (robot, ticket) = planning()
    robot.send(.planProgress(ticket: ticket, PlanProgress(elapsed: 1.25, gaps: 12, shortfall: 3, cost: 12_300)))
    robot.sees("1.3 s   12 missing below minimum   3 below target")
    robot.send(.planProgress(ticket: ticket, PlanProgress(elapsed: 2, gaps: 4, cost: 4000, bound: 3900)))
    robot.sees("cost 4000, at least 3900 (at most 2.6 % above the best possible)")
    robot.sees("cost over time █▁")
    robot.send(.planFinished(ticket: ticket, PlanResult(edits: [.add(posting)], cost: 4000, bound: 3900)))
    robot.sees("Proposal for Yunusobod")
    robot.sees("+1 added  -0 removed")
    robot.sees("+ Sat 5 Dec  C   Market")
    #expect(robot.model.pendingCount == 0)
    robot.press("Enter")
    robot.sees("Plan Yunusobod: 1 postings added, 0 removed")
    #expect(robot.model.roster.assignments.contains(posting))
    robot.press("u")
    #expect(!robot.model.roster.assignments.contains(posting))
    robot.write()
    #expect(robot.submissions.map(\.kind) == [.plan, .undo(JournalPosition(1))])
    #expect(robot.agreesWithJournal)
  }

  @Test("a dropped proposal leaves the roster as it was")
  func drop() {
    var (robot, ticket) = planning()
    robot.send(.planFinished(ticket: ticket, PlanResult(edits: [.add(posting)], cost: 1)))
    robot.press("d")
    robot.sees("Proposal dropped; the roster is as it was.")
    #expect(robot.model.pendingCount == 0)
    #expect(!robot.model.roster.assignments.contains(posting))
  }

  @Test("Esc stops planning and the best so far is proposed")
  func cancel() {
    var (robot, ticket) = planning()
    robot.press("Esc")
    robot.sees("Stopping")
    let isCancelled = robot.effects.contains {
      if case .cancelPlan(ticket) = $0 { true } else { false }
    }
    #expect(isCancelled)
    robot.send(.planFinished(ticket: ticket, PlanResult(edits: [.add(posting)], cost: 1, isCancelled: true)))
    robot.sees("stopped early")
  }

  @Test("news of an earlier plan is not taken for that of the present one")
  func stale() {
    var (robot, ticket) = planning()
    robot.send(.planFinished(ticket: ticket - 1, PlanResult(edits: [.add(posting)], cost: 1)))
    robot.sees("Planning Yunusobod")
    robot.send(.planFailed(ticket: ticket, "the roster has no shifts"))
    robot.sees("Not planned: the roster has no shifts")
  }

  @Test("what was worked before today is not planned again")
  func fromToday() {
    var opening = DeskFixture.opening()
    opening.now = DeskFixture.noon(8)
    var robot = Robot(opening)
    robot.press("p")
    robot.sees("from Tue 8 Dec")
    #expect(robot.planOrder?.scope.firstDay == DeskFixture.day(8))

    opening.now = DeskFixture.noon(2)
    robot = Robot(opening)
    robot.press("P")
    #expect(robot.planOrder?.scope.firstDay == nil, "before the period, all of it is planned")
  }

  @Test("Esc pressed once too often does not lose the plan: a proposal is dropped only after a question")
  func escapeTwice() {
    var (robot, ticket) = planning()
    robot.press("Esc")
    robot.send(.planFinished(ticket: ticket, PlanResult(edits: [.add(posting)], cost: 1, isCancelled: true)))
    robot.press("Esc")
    robot.sees("Drop the proposal?")
    robot.press("Enter")
    robot.sees("Proposal for Yunusobod")
    robot.press("Esc y")
    robot.sees("Proposal dropped; the roster is as it was.")
    #expect(robot.model.pendingCount == 0)
  }
}
