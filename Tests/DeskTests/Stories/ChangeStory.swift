import Desk
import RosterModel
import Testing

@Suite("changing what is there")
struct ChangeStory {
  /// To the station on Saturday evening, where Беркут-3 stands.
  private func atStation() -> Robot {
    var robot = Robot()
    robot.press("/")
    robot.type("y1-b3")
    robot.press("Enter gt l")
    robot.sees("Беркут-3 police B")
    robot.send(.clock(DeskFixture.dawn))
    return robot
  }

  @Test("clearing, undoing and redoing name what they did, and each is an entry of its own")
  func undo() {
    var robot = atStation()
    robot.press("x")
    robot.sees("Clear Беркут-3 from 中央车站 station, Sat 5 Dec B")
    robot.sees("Nobody is posted here.")
    robot.press("u")
    robot.sees("Undone: Clear Беркут-3 from 中央车站 station, Sat 5 Dec B")
    robot.press("Ctrl-R")
    robot.sees("Done again: Clear Беркут-3")
    robot.press("u u")
    robot.sees("Undo: nothing was changed")
    robot.write()
    let first = JournalPosition(1)
    #expect(robot.submissions.map(\.kind) == [.edit, .undo(first), .redo(first), .undo(JournalPosition(3))])
    #expect(robot.agreesWithJournal)
  }

  @Test("a locked posting is not cleared until it is unlocked")
  func lock() {
    var robot = atStation()
    robot.press("=")
    robot.sees("Lock Беркут-3 at")
    robot.sees("= locked")
    robot.press("x")
    robot.sees("Clear: locked; = unlocks.")
    robot.press("= x")
    robot.sees("Nobody is posted here.")
  }

  @Test("where several units stand, clearing asks which")
  func several() {
    var robot = Robot()
    robot.press("/")
    robot.type("market")
    robot.press("Enter gt")
    robot.send(.clock(DeskFixture.dawn))
    robot.press("=")
    robot.sees("Lock or unlock which?")
    robot.press("1 = 2 x")
    robot.sees("Clear which?")
    robot.sees("Sokol-1 (A)")
    robot.sees("all 2")
    robot.press("3")
    robot.sees("Nobody is posted here.")
    robot.press("u")
    robot.sees("Sokol-2 police A")
  }

  @Test("a posting whose shift has begun is changed for a reason only, and the act is a correction")
  func correction() {
    var robot = atStation()
    robot.send(.clock(DeskFixture.noon(5) + 300))
    robot.press("x")
    robot.sees("has begun: why is it corrected?")
    robot.sees("Беркут-3 police B")
    robot.press("Esc")
    #expect(robot.model.pendingCount == 0)
    robot.press("x")
    robot.type("it never came")
    robot.press("Enter")
    robot.sees("Nobody is posted here.")
    robot.write()
    #expect(robot.submissions.map(\.kind) == [.correction])
    #expect(robot.submissions.map(\.reason) == ["it never came"])
  }

  @Test("marking a unit sick takes it out of the day's cells, as one step")
  func absent() {
    var robot = atStation()
    robot.press("a")
    robot.sees("Беркут-3 is away on Sat 5 Dec: why?")
    robot.press("2")
    robot.sees("Mark Беркут-3 away on Sat 5 Dec (sick)")
    robot.sees("Nobody is posted here.")
    #expect(robot.model.roster.absences.count == 1)
    robot.press("u")
    #expect(robot.model.roster.absences.isEmpty)
    robot.sees("Беркут-3 police B")
  }

  @Test("a posting is moved by taking it in hand and putting it down, as one step")
  func move() {
    var robot = atStation()
    robot.press("w x b b l m")
    robot.sees("Беркут-3 (B) in hand")
    robot.press("k m")
    robot.sees("Парк Победы")
    robot.sees("Move Беркут-3 to Парк Победы, Sat 5 Dec B")
    robot.sees("Беркут-3 police B")
    robot.press("u j")
    robot.sees("Беркут-3 police B")
  }

  @Test("two units change places as one step: a posting in hand, and one of another cell")
  func swap() {
    var robot = atStation()
    robot.press("w x b b l s")
    robot.sees("Беркут-3 (B) in hand")
    robot.press("k s")
    robot.sees("nobody is posted to this cell")
    robot.press("k h s")
    robot.sees("Swap: locked; = unlocks.")
    robot.press("= Enter s")
    robot.sees("Swap Беркут-3 with Sokol-1")
    robot.sees("Беркут-3 police A")
    robot.press("u")
    robot.sees("Sokol-1 police A")
  }

  @Test("a posting in hand that was cleared meanwhile is not put down, and undoing stays exact")
  func moveOfWhatIsGone() {
    var robot = atStation()
    robot.press("m x k m y")
    robot.type("it is needed there")
    robot.press("Enter")
    robot.sees("no longer there")
    robot.press("u")
    #expect(robot.model.roster.assignments.count == DeskFixture.roster().assignments.count)
  }
}
