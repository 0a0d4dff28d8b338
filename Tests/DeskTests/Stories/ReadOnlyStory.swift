import Desk
import RosterModel
import Testing

@Suite("a roster opened read-only")
struct ReadOnlyStory {
  private func robot() -> Robot {
    var robot = Robot(DeskFixture.opening(isReadOnly: true))
    robot.sees("read-only")
    robot.press("/")
    robot.type("y1-b3")
    robot.press("Enter gt l")
    return robot
  }

  @Test("every changing command is refused and says why", arguments: ["Enter", "x", "=", "a", "m", "p", "P", "Ctrl-S"])
  func refused(keys: String) {
    var robot = robot()
    robot.press(keys)
    robot.sees("the roster was opened read-only")
    #expect(robot.model.pendingCount == 0)
    #expect(!robot.isWaiting)
    #expect(robot.planOrder == nil)
  }

  @Test("no message from outside changes it either")
  func noWayAround() {
    var robot = robot()
    let posting = Assignment(
      day: DeskFixture.day(5), shift: DeskFixture.c, beat: BeatReference(1), unit: UnitReference(3))
    for ticket in 0...2 {
      robot.send(.planFinished(ticket: ticket, PlanResult(edits: [.add(posting)], cost: 1)))
      robot.press("Enter a y")
    }
    robot.send(.storage(.writable))
    for command in ["w", "wq", "save", "clear", "undo"] {
      robot.press("Esc :")
      robot.type(command)
      robot.press("Enter y 1")
    }
    #expect(Set(robot.model.roster.assignments) == Set(DeskFixture.roster().assignments))
    #expect(!robot.isWaiting)
  }

  @Test("looking about works: gaps, the city, search, help")
  func looking() {
    var robot = robot()
    robot.press("3")
    robot.sees("gaps")
    robot.press("1")
    robot.sees("Чиланзар")
    robot.press("?")
    robot.type("undo")
    robot.sees("not now: the roster was opened read-only")
  }
}
