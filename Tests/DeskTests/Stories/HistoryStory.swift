import Desk
import RosterModel
import Testing

@Suite("who changed what")
struct HistoryStory {
  /// Three entries: this desk clears the station, Karimova posts Burgut-6, this desk locks the Market's Sokol-1.
  private func robot() -> Robot {
    var robot = Robot()
    robot.press("/")
    robot.type("y1-b3")
    robot.press("Enter gt l x")
    robot.write()
    robot.another(
      "Assign Burgut-6 to Market, Sun 6 Dec C", reason: "asked to", DeskFixture.posting("u06", "y1-b1", "C", day: 6))
    robot.press("/")
    robot.type("market")
    robot.press("Enter gt = 1")
    robot.write()
    return robot
  }

  @Test("the history lists who did what, when and why, the latest first")
  func list() {
    var robot = robot()
    robot.press("5")
    robot.sees("3 entries, the latest first")
    #expect(robot.line("14:17").contains("Aliyev        Unlock Sokol-1 at Market, Sat 5 Dec A"))
    #expect(robot.line("14:16").contains("Karimova      Assign Burgut-6 to Market, Sun 6 Dec C “asked to”"))
    robot.press("j")
    robot.sees("+ Sun 6 Dec C  Market  Burgut-6")
    robot.press("Enter")
    robot.sees("Market · Sun 6 Dec · C")
  }

  @Test(
    "it is filtered by unit, beat, person, day and word, whatever the case",
    arguments: [
      ("burgut-6", "Karimova"), ("u06", "Karimova"), ("KARIMOVA", "Karimova"), ("2026-12-06", "Karimova"),
      ("asked", "Karimova"), ("беркут", "Clear"), ("y1-b3", "Clear"),
    ])
  func filter(text: String, found: String) {
    var robot = robot()
    robot.press("5 f")
    robot.type(text)
    robot.press("Enter")
    robot.sees("3 entries; 1 of “\(text)”")
    #expect(robot.line("14:").contains(found))
    robot.press("F")
    robot.sees("3 entries, the latest first")
  }

  @Test("the history of a cell lists what changed its beat on its day")
  func cell() {
    var robot = robot()
    robot.press("H")
    robot.sees("3 entries; 1 of Market, Sat 5 Dec")
    robot.sees("Unlock Sokol-1 at Market")
  }

  @Test("an entry is taken back alone, whoever made it, and both entries stay in the history")
  func takeBack() {
    var robot = robot()
    robot.press("5 j x")
    robot.sees("Undone: Assign Burgut-6 to Market, Sun 6 Dec C")
    robot.write()
    #expect(robot.submissions.last?.kind == .undo(JournalPosition(2)))
    #expect(robot.agreesWithJournal)
    robot.sees("Undo: Assign Burgut-6 to Market, Sun 6 Dec C")
    robot.sees("undone: Assign Burgut-6")
    robot.press("gg j j x")
    robot.sees("Take back: it was undone already")
    robot.press("Ctrl-R")
    robot.write()
    #expect(robot.submissions.last?.kind == .redo(JournalPosition(2)))
    #expect(robot.agreesWithJournal)
  }

  @Test("all that came after an entry is taken back as one act, which u brings back")
  func backToAPoint() {
    var robot = robot()
    let before = Set(robot.model.roster.assignments)
    robot.press("5 G X")
    robot.sees("Take all of it back?")
    robot.sees("Take back 2 entries since 14:15, Clear Беркут-3 from 中央车站 station")
    robot.sees("1 of them by Karimova.")
    robot.press("Enter")
    #expect(robot.model.pendingCount == 0)
    robot.press("X y")
    robot.write()
    #expect(robot.journal.entries.count == 4)
    var cleared = DeskFixture.roster()
    cleared.assignments.removeAll { $0.unit == UnitReference(2) && $0.day == DeskFixture.day(5) }
    #expect(Set(robot.model.roster.assignments) == Set(cleared.assignments))
    robot.press("u")
    robot.write()
    #expect(Set(robot.model.roster.assignments) == before)
    #expect(robot.agreesWithJournal)
  }

  @Test("the chosen entry stays chosen when others' come on top of it")
  func chosen() {
    var robot = robot()
    robot.press("5 j")
    robot.another("Assign Chinor-9 to Chorsu, Sun 6 Dec C", DeskFixture.posting("u09", "c1-b1", "C", day: 6))
    robot.sees("Karimova, 14:16: 1 change")
  }

  @Test("an entry that is damaged is named in its place; what came before and after is listed and can be taken back")
  func damaged() {
    let entries = robot().journal.entries
    var opening = DeskFixture.opening(robot().journal.roster)
    opening.acts = RecordedActs([entries[0]])
    opening.acts.append(damaged: entries[1].position, "entry 2 is not as it was written")
    opening.acts.append(entries[2])
    opening.end = entries[2].position
    var robot = Robot(opening)
    robot.press("5")
    robot.sees("3 entries, the latest first")
    #expect(robot.line("damaged").contains("entry 2 is not as it was written"))
    robot.press("j")
    robot.sees("`patrol log` says what stands there now")
    robot.press("x")
    robot.sees("Take back: it is damaged")
    robot.press("j X")
    robot.sees("entry 2 is damaged, and nobody knows what it changed")
    robot.press("gg x")
    robot.sees("Undone: Unlock Sokol-1 at Market")
  }
}
