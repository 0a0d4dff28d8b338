import Desk
import Screen
import Testing

@Suite("looking")
struct LookTests {
  @Test("look")
  func look() {
    var robot = Robot()
    robot.rest()
    print(robot.screen)
    robot.press("Enter"); print(robot.screen)
    robot.press("Esc 1"); print(robot.screen)
    robot.press("3"); robot.rest(); print(robot.screen)
    robot.press("4"); print(robot.screen)
    robot.press("2 ?"); print(robot.screen)
    robot.resize(120,40); robot.press("Esc"); robot.rest(); print(robot.screen)
    robot.resize(20,5); print(robot.screen)
  }
}
