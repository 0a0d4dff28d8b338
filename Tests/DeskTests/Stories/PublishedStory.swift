import Desk
import RosterModel
import Testing

@Suite("a published day")
struct PublishedStory {
  private func robot() -> Robot {
    var roster = DeskFixture.roster()
    roster.publications = [Publication(district: DistrictReference(0), day: DeskFixture.day(5), at: "", by: "")]
    var robot = Robot(DeskFixture.opening(roster))
    robot.press("/")
    robot.type("y1-b3")
    robot.press("Enter gt l")
    return robot
  }

  @Test("a change of it is made once a reason is given, and the reason is kept with it")
  func reason() {
    var robot = robot()
    robot.press("x")
    robot.sees("Sat 5 Dec in Yunusobod is published: why is it changed?")
    robot.sees("Clear Беркут-3 from 中央车站 station, Sat 5 Dec B")
    #expect(robot.model.pendingCount == 0)
    robot.type("sick")
    robot.press("Enter")
    robot.write()
    #expect(robot.submissions.map(\.reason) == ["sick"])
    robot.press("u")
    robot.sees("Undo: Clear Беркут-3")
    robot.type("came after all")
    robot.press("Enter")
    robot.write()
    #expect(robot.submissions.map(\.reason) == ["sick", "came after all"])
    #expect(robot.agreesWithJournal)
  }

  @Test(
    "a reason with a character that does not show as it is is not taken; the character is named, and goes as any other")
  func invisible() {
    var robot = robot()
    robot.press("x")
    robot.send(.input(.paste("si\u{202E}ck")))
    robot.sees("si\u{FFFD}ck")
    robot.press("Enter")
    robot.sees("OK: character 3 is U+202E, which does not show as it is; take it out")
    #expect(robot.submissions.isEmpty)
    robot.press("Left Left Backspace Enter")
    robot.write()
    #expect(robot.submissions.map(\.reason) == ["sick"])
  }

  @Test("without a reason nothing is changed")
  func cancelled() {
    var robot = robot()
    robot.press("x Enter")
    robot.sees("OK: type a reason, or Esc to change nothing")
    robot.press("Esc")
    robot.sees("Беркут-3 police B")
    #expect(!robot.isWaiting)
  }

  @Test("a day that another has published meanwhile is asked about when the journal says so")
  func publishedMeanwhile() {
    var robot = Robot()
    robot.press("/")
    robot.type("y1-b3")
    robot.press("Enter gt l x")
    robot.journal.refusal = .wantsReason(district: "yu", day: DeskFixture.day(5))
    robot.write()
    robot.sees("Sat 5 Dec in Yunusobod is published: why is it changed?")
    robot.sees("Беркут-3 police B")
    robot.type("sick")
    robot.press("Enter")
    robot.write()
    #expect(robot.submissions.last?.reason == "sick")
    #expect(robot.agreesWithJournal)
  }

  @Test("publishing by another shows in what is asked from then on")
  func publishedByAnother() {
    var robot = Robot()
    robot.another(
      "Publish Yunusobod, Sat 5 Dec", kind: .publication,
      .publication(
        PublicationChange(
          district: "yu", day: DeskFixture.day(5), at: "2026-12-05T14:15", by: "Karimova", isAdded: true)))
    robot.press("/")
    robot.type("y1-b3")
    robot.press("Enter gt l x")
    robot.sees("Sat 5 Dec in Yunusobod is published")
  }
}
