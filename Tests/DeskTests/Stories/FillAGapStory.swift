import Desk
import RosterModel
import Testing

@Suite("filling gaps by hand")
struct FillAGapStory {
  @Test("a dispatcher jumps to the next gap, types a callsign, and the gap is closed")
  func fill() {
    var robot = Robot()
    robot.send(.clock(DeskFixture.dawn))
    robot.press("/")
    robot.type("парк")
    robot.press("Enter")
    robot.press("]g")
    robot.sees("中央车站 station · Sat 5 Dec · A Day 08:00-16:00")
    robot.press("Enter")
    robot.sees("Assign to 中央车站 station, Sat 5 Dec A")
    robot.type("беркут-4")
    robot.sees("Беркут-4")
    robot.doesNotSee("Sokol-1 ")
    robot.press("Enter")
    robot.sees("Assign Беркут-4 to 中央车站 station, Sat 5 Dec A")
    #expect(robot.line("中央车站 station").contains("1/2-"))
    #expect(robot.model.pendingCount == 1)
    robot.sees("1 pending")
  }

  @Test("a unit on a split duty is shown with both of its times")
  func splitDuty() {
    var roster = DeskFixture.roster()
    let parts = [480..<720, 1080..<1320].map {
      ClockSpan(start: ClockTime(minutes: $0.lowerBound), end: ClockTime(minutes: $0.upperBound))
    }
    let duty = Shift(
      id: "S", name: "Split", parts: parts[0], [parts[1]], covers: [DeskFixture.a, DeskFixture.b])
    roster.settings.shifts = ShiftPlan(roster.settings.shifts.shifts + [duty])
    roster.assignments.append(
      Assignment(
        day: DeskFixture.firstDay, shift: ShiftReference(4), beat: BeatReference(0), unit: UnitReference(8)))
    var robot = Robot(DeskFixture.opening(roster, width: 160))
    robot.press("/")
    robot.type("chorsu")
    robot.press("Enter")
    robot.sees("Chinor-9 police S 08:00-12:00, 18:00-22:00")
  }

  @Test("typing a leader's name or a skill finds the unit as well, whatever the case")
  func leaderAndSkill() {
    var robot = Robot()
    robot.press("]g Enter")
    robot.type("ЮСУПОВА")
    robot.sees("Sokol-2")
    robot.doesNotSee("Беркут")
    robot.press("Ctrl-U")
    robot.type("dog")
    robot.sees("Беркут-4")
    robot.press("Ctrl-U")
    robot.type("ko'ngilli")
    robot.sees("Koʻngilli-7")
  }

  @Test("an illegal unit is shown with the reason, and posting it asks with another key and Cancel as default")
  func illegal() {
    var robot = Robot()
    goToStationBySunday(&robot)
    robot.press("Enter")
    robot.type("sokol-1")
    robot.sees("x ")
    robot.press("Enter")
    robot.sees("Against the rules")
    robot.press("Enter")
    robot.doesNotSee("Against the rules")
    #expect(robot.model.pendingCount == 0)

    robot.press("Enter")
    robot.type("sokol-1")
    robot.press("Enter y")
    robot.sees("Against the rules: why all the same?")
    robot.press("Enter")
    robot.sees("OK: type a reason, or Esc to change nothing")
    robot.type("nobody else")
    robot.press("Enter")
    robot.write()
    #expect(robot.submissions.map(\.reason) == ["nobody else"])
    #expect(robot.submissions.map(\.isForced) == [true])
    #expect(robot.line("中央车站 station").contains("x"))
  }

  /// To the station's evening of Saturday, on whose day Sokol-1 stands at the Market already.
  private func goToStationBySunday(_ robot: inout Robot) {
    robot.press("/")
    robot.type("станция central")
    robot.press("Enter /")
    robot.type("y1-b3")
    robot.press("Enter gt l")
    robot.sees("中央车站 station · Sat 5 Dec · B")
  }

  @Test("a unit from the other end of the city is found too, with the reason why it cannot come")
  func outOfReach() {
    var robot = Robot()
    robot.press("]g Enter")
    robot.type("chinor")
    robot.sees("Chinor-9")
    robot.sees("x ")
  }

  @Test("a unit whose regime knows a shift and a duty that cover the cell is asked for which")
  func whichShift() {
    var robot = Robot()
    robot.press("/")
    robot.type("yu-car")
    robot.press("Enter gt l h Enter")
    robot.type("猎鹰")
    robot.press("Enter")
    robot.sees("猎鹰-8: which shift?")
    robot.sees("A Day 08:00-16:00")
    robot.sees("D Day and evening 08:00-00:00")
    robot.press("2")
    robot.sees("Assign 猎鹰-8 to Response␛[31m car, Sat 5 Dec D")
  }

  @Test("on a department's square, Enter goes to the beat that needs a unit most, and assigns there")
  func departmentSquare() {
    var robot = Robot()
    robot.press("/")
    robot.type("y1")
    robot.press("Enter j l l")
    robot.sees("Yunusobod 1: police · Sat 5 Dec · C")
    robot.press("Enter")
    robot.sees("Market needs it most of Yunusobod 1: police; Enter assigns here.")
    robot.press("Enter")
    robot.sees("Assign to Market, Sat 5 Dec C")
  }

  @Test("a roster without beats opens, and says that there is nobody to post anywhere")
  func noBeats() {
    var roster = DeskFixture.roster()
    roster.beats = []
    roster.assignments = []
    roster.demand = []
    var robot = Robot(DeskFixture.opening(roster))
    robot.press("Enter")
    robot.sees("Assign: there is no beat here")
    robot.press("p")
    robot.sees("Plan: there is nothing to plan")
    robot.press("1 3 4 2 ]g G x = m a")
  }
}
