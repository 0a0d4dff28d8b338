import Desk
import RosterModel
import Testing

@Suite("what is saved, and what is not yet")
struct SavingStory {
  /// At the station on Saturday evening, where Беркут-3 stands.
  private func atStation(_ opening: Opening = DeskFixture.opening()) -> Robot {
    var robot = Robot(opening)
    robot.press("/")
    robot.type("y1-b3")
    robot.press("Enter gt l")
    return robot
  }

  @Test("an edit shows at once as pending, in the title and in its cell, and as saved once the journal has it")
  func pendingThenSaved() {
    var robot = atStation()
    robot.sees("saved")
    robot.press("x")
    robot.sees("1 pending")
    robot.sees("~ changed, not saved yet")
    #expect(robot.line("中央车站 station").contains("0/2!~"))
    robot.write()
    robot.sees("saved")
    robot.doesNotSee("pending")
    #expect(!robot.line("中央车站 station").contains("~"))
  }

  @Test("the journal is asked for one act at a time, in the order in which they were done")
  func oneAtATime() {
    var robot = atStation()
    robot.press("= = =")
    robot.sees("3 pending")
    #expect(robot.effects.count { if case .submit = $0 { true } else { false } } == 1)
    robot.writeOne()
    robot.sees("2 pending")
    robot.write()
    #expect(robot.submissions.map { $0.name.prefix(4) } == ["Lock", "Unlo", "Lock"])
    #expect(robot.agreesWithJournal)
  }

  @Test("undo and redo reach over a restart, as far as what the journal holds of the dispatcher's own")
  func restart() {
    var robot = atStation()
    robot.press("x")
    robot.write()
    robot.another("Assign Burgut-6 to Market, Sat 5 Dec C", DeskFixture.posting("u06", "y1-b1", "C"))
    var opening = DeskFixture.opening(robot.journal.roster)
    opening.acts = RecordedActs(robot.journal.entries)
    opening.undoable = robot.journal.entries.filter { $0.author == DeskFixture.me }
    opening.end = robot.journal.end
    opening.author = Author(person: "Aliyev", session: "desk-7")
    var later = atStation(opening)
    later.sees("Nobody is posted here.")
    later.press("u")
    later.sees("Undone: Clear Беркут-3 from 中央车站 station, Sat 5 Dec B")
    later.sees("Беркут-3 police B")
    later.write()
    #expect(later.submissions.map(\.kind) == [.undo(JournalPosition(1))])
    later.press("u")
    later.sees("Undo: nothing was changed")
    later.press("Ctrl-R")
    later.write()
    #expect(later.submissions.last?.kind == .redo(JournalPosition(1)))
    later.press("u")
    later.write()
    #expect(later.submissions.last?.kind == .undo(JournalPosition(4)))
    #expect(later.agreesWithJournal)
  }

  @Test("what another has undone is not undone again")
  func undoneByAnother() {
    var robot = atStation()
    robot.press("x")
    robot.write()
    robot.another(
      "Clear Беркут-3 from 中央车站 station, Sat 5 Dec B", kind: .undo(JournalPosition(1)),
      DeskFixture.posting("u03", "y1-b3", "B"))
    robot.press("Esc")
    robot.sees("Karimova, 14:16: Undo: Clear Беркут-3")
    robot.sees("Беркут-3 police B")
    robot.press("u")
    robot.sees("Undo: nothing was changed")
  }

  @Test("what cannot be written stays pending, the reason stays in sight, and it is tried again")
  func notWritten() {
    var robot = atStation()
    robot.journal.refusal = .notWritten("the disk is full; make room")
    robot.press("x")
    robot.write()
    robot.sees("1 not written")
    robot.sees("Not written: the disk is full; make room")
    robot.press("j k =")
    robot.press("Esc")
    robot.sees("1 not written: the disk is full; make room")
    robot.press("Ctrl-S")
    robot.write()
    robot.sees("saved")
    robot.doesNotSee("not written")
    #expect(robot.agreesWithJournal)
  }

  @Test("it is tried again by itself after some seconds")
  func triedAgain() {
    var robot = atStation()
    robot.journal.refusal = .notWritten("the disk is full")
    robot.press("x")
    robot.write()
    let tokens = robot.effects.compactMap { effect -> Int? in
      if case .wake(let wait, let token) = effect, wait >= 1000 { token } else { nil }
    }
    #expect(tokens.count == 1)
    robot.send(.woke(tokens[0]))
    robot.write()
    robot.sees("saved")
  }

  @Test("where nothing can be recorded the desk says why, and refuses every change with it")
  func readOnlyFolder() {
    var opening = DeskFixture.opening()
    opening.storage = .readOnly("the folder may not be written by you")
    var robot = atStation(opening)
    robot.sees("read-only")
    robot.press("x")
    robot.sees("Clear: the folder may not be written by you")
    #expect(!robot.isWaiting)
  }

  @Test("leaving waits for what is pending and then goes by itself")
  func leavingWaits() {
    var robot = atStation()
    robot.press("x q")
    robot.sees("Leaving once 1 pending edit is saved")
    #expect(!robot.hasQuit)
    robot.write()
    #expect(robot.hasQuit)

    var other = atStation()
    other.press("q")
    #expect(other.hasQuit)
  }

  @Test("a key typed after leaving was asked for stays at the desk")
  func leavingStopped() {
    var robot = atStation()
    robot.press("x q j")
    robot.write()
    #expect(!robot.hasQuit)
  }

  @Test("pressed twice, or where nothing can be written, leaving names what would be lost, and Enter stays")
  func leavingAsks() {
    var robot = atStation()
    robot.press("x q q")
    robot.sees("Leave without it?")
    robot.sees("· Clear Беркут-3 from 中央车站 station, Sat 5 Dec B")
    robot.press("Enter")
    #expect(!robot.hasQuit)
    robot.journal.refusal = .notWritten("the disk is full")
    robot.write()
    robot.press(":")
    robot.type("q!")
    robot.press("Enter")
    robot.sees("Leave without it?")
    robot.press("y")
    #expect(robot.hasQuit)
  }

  @Test("a refusal keeps the desk from being left unseen")
  func refusedWhileLeaving() {
    var robot = atStation()
    robot.journal.refusal = .notThere(DeskFixture.posting("u03", "y1-b3", "B", isAdded: false))
    robot.press("x q")
    robot.write()
    #expect(!robot.hasQuit)
    robot.sees("Not recorded")
  }
}
