import Desk
import RosterModel
import Screen
import Testing

@Suite("moving about")
struct MovingStory {
  @Test("]g and [g go from gap to gap in the order of time, and back")
  func gaps() {
    var robot = Robot()
    robot.press("gg gt ]g")
    robot.sees("City: guard · Sat 5 Dec · A")
    robot.press("]g")
    robot.sees("Response␛[31m car · Sat 5 Dec · A")
    robot.press("]g")
    robot.sees("中央车站 station · Sat 5 Dec · A")
    robot.press("]g")
    robot.sees("City: guard · Sat 5 Dec · B")
    robot.press("[g")
    robot.sees("中央车站 station · Sat 5 Dec · A")
    robot.press("G End ]g")
    robot.sees("No gap after this cell.")
  }

  @Test("letter commands work on a Cyrillic layout")
  func cyrillic() {
    var robot = Robot()
    robot.type("пе")
    robot.type("ъп")
    robot.sees("中央车站 station · Sat 5 Dec · A")
    robot.type("д")
    robot.sees("· Sat 5 Dec · B")
    robot.type("ч")
    robot.sees("Clear Беркут-3")
    robot.type("г")
    robot.sees("Undone: Clear Беркут-3")
    robot.write()
    robot.type("й")
    #expect(robot.hasQuit)
  }

  @Test("days: gt today, g and a number, a date, days from here, and what is no day")
  func days() {
    var robot = Robot()
    robot.press("g9 Enter")
    robot.sees("· Wed 9 Dec · A")
    robot.press("g+")
    robot.type("2")
    robot.press("Enter")
    robot.sees("· Fri 11 Dec · A")
    robot.press("gd")
    robot.type("6.12")
    robot.press("Enter")
    robot.sees("· Sun 6 Dec · A")
    robot.press("gd")
    robot.type("soon")
    robot.press("Enter")
    robot.sees("“soon” is no day")
    robot.press("gd")
    robot.type("2027-01-01")
    robot.press("Enter")
    robot.sees("outside the period")
    robot.press("gt")
    robot.sees("· Sat 5 Dec · A")
  }

  @Test("at three in the morning today is still the day before")
  func night() {
    var opening = DeskFixture.opening()
    opening.now = DeskFixture.noon(7) - 9 * 60
    var robot = Robot(opening)
    robot.press("g9 Enter gt")
    robot.sees("· Sun 6 Dec · C")
  }

  @Test("the city's map leads down to the first gap of a district's day")
  func city() {
    var robot = Robot()
    robot.press("1")
    robot.sees("Units missing")
    robot.press("j l Enter")
    robot.sees("Chorsu · Sun 6 Dec · C")
  }

  @Test("the list of gaps says how many could help, and Enter goes to the cell")
  func gapList() {
    var robot = Robot()
    robot.press("3")
    robot.rest()
    robot.sees(" can ")
    robot.press("Enter")
    robot.sees("Yunusobod 1: police · Sat 5 Dec · C")
  }

  @Test("search finds beats and where a unit is posted; n and N go on and back")
  func search() {
    var robot = Robot()
    robot.press("/")
    robot.type("БЕРКУТ-3")
    robot.press("Enter")
    robot.sees("“БЕРКУТ-3”: 1 of 2")
    robot.sees("中央车站 station · Sat 5 Dec · B")
    robot.press("n")
    robot.sees("· Sun 6 Dec · A")
    robot.press("N")
    robot.sees("· Sat 5 Dec · B")
    robot.press("/")
    robot.type("cafe\u{301} o'z")
    robot.press("Enter")
    robot.sees("Café o‘zbegim · Sat 5 Dec")
  }

  @Test("a smaller and a larger window keep the cursor in view")
  func resize() {
    var robot = Robot()
    robot.press("/")
    robot.type("chorsu")
    robot.press("Enter End")
    for (width, height) in [(20, 5), (40, 9), (200, 60), (80, 24)] {
      robot.resize(width, height)
      robot.sees("Cho")
    }
    robot.sees("Chorsu · Fri 11 Dec · C")
  }

  @Test("an unknown key says so, and a disabled one says why")
  func unknown() {
    var robot = Robot()
    robot.press("Z")
    robot.sees("No command on Z here; ? lists the keys.")
    robot.press("x")
    robot.sees("Clear: nobody is posted to this cell")
    robot.press("g")
    robot.sees("gt Today")
  }

  @Test("help is searched by typing, and Enter does what it finds")
  func help() {
    var robot = Robot()
    robot.press("?")
    robot.type("last day")
    robot.sees("End, $")
    robot.doesNotSee("Go to the line below")
    robot.press("Enter")
    robot.sees("· Fri 11 Dec ·")
  }

  @Test("the heat map opens at the day and the district of the grid's cursor")
  func cityOpensAtTheCursor() {
    var robot = Robot()
    robot.press("/")
    robot.type("chorsu")
    robot.press("Enter g 8 Enter 1 Enter")
    robot.sees("· Tue 8 Dec")
    robot.sees("Chorsu")
  }

  @Test("going down from the heat map brings the district's heading to the top of the grid")
  func headingOnTop() {
    var robot = Robot(DeskFixture.opening(height: 12))
    robot.press("1 Enter")
    robot.sees("· Grid")
    let lines = robot.screen.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[4].hasPrefix("Yunusobod  "), "not below the header:\n\(robot.screen)")
  }
}
