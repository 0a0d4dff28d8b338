import Desk
import RosterModel
import Testing

@Suite("a roster that could not be read whole")
struct BadRowsStory {
  private let finding = Finding(
    rule: FormatRules.badCSV, subject: .row(table: "units.csv"),
    location: Location(file: "units.csv", line: 12, column: 7),
    message: "the quote is never closed\u{1B}[2J; close it")

  @Test("it opens with the list of what could not be read, and can be worked on all the same")
  func opens() {
    var robot = Robot(DeskFixture.opening(findings: [finding]))
    robot.sees("1 place of the folder could not be read")
    robot.sees("FMT001 units.csv:12:7: the quote is never closed␛[2J; close it")
    robot.press("Enter")
    robot.sees("Go there: this finding is about no cell; it names the file and line")
    robot.sees("1 not read")
    robot.press("Esc")
    robot.sees("Yunusobod, December · Grid")
    robot.press("4 j Enter")
    robot.sees("中央车站 station · Sun 6 Dec · A")
  }

  @Test("what names a row that could not be used is counted and not listed; another id that nothing has is listed")
  func followers() {
    var roster = DeskFixture.roster()
    for id in ["y1-u77", "y1-u77", "y1-u88"] {
      roster.assignments.append(
        Assignment(
          day: DeskFixture.day(roster.assignments.count % 7 + 5), shift: DeskFixture.a, beat: BeatReference(0),
          unit: UnitReference(stray: roster.stray(id))))
    }
    var opening = DeskFixture.opening(roster, width: 160, findings: [finding])
    opening.unusable.ids = ["unit": ["y1-u77"]]
    let robot = Robot(opening)
    robot.sees("2 references to rows that could not be used not checked.")
    robot.sees("no unit has the id y1-u88")
    #expect(!robot.screen.contains("y1-u77"))
  }
}
