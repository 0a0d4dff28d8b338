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
    robot.press("Esc")
    robot.sees("Yunusobod, December · Grid")
    robot.press("4 j Enter")
    robot.sees("中央车站 station · Sun 6 Dec · A")
  }
}
