import Desk
import Testing

@Suite("the one table of keys")
struct KeyTableTests {
  @Test("no two commands of a screen or prompt have the same keys", arguments: Context.allCases)
  func unambiguous(context: Context) {
    let keys = KeyTable.commands(in: context).flatMap { $0.keys.map(\.description) }
    #expect(Dictionary(grouping: keys) { $0 }.filter { $0.value.count > 1 }.isEmpty)
  }

  @Test("every screen and prompt has commands, and each has a key, a name and a sentence", arguments: Context.allCases)
  func complete(context: Context) {
    let commands = KeyTable.commands(in: context)
    #expect(!commands.isEmpty)
    #expect(commands.allSatisfy { !$0.keys.isEmpty && !$0.name.isEmpty && !$0.help.isEmpty })
  }

  @Test("help finds every command that the table lists for a screen")
  func help() {
    for command in KeyTable.commands(in: .grid) where command.isListed {
      var robot = Robot(DeskFixture.opening(width: 160))
      robot.press("?")
      robot.type(command.help)
      robot.sees(command.help)
    }
  }

  @Test("a command typed after a colon is found by its name", arguments: ["gaps", "Findings", "CITY"])
  func palette(name: String) {
    var robot = Robot()
    robot.press(":")
    robot.type(name)
    robot.press("Enter")
    robot.sees("· " + name.prefix(1).uppercased() + name.dropFirst().lowercased())
  }

  @Test("however narrow the window, the key bar tells how to get help", arguments: [20, 30, 40, 60])
  func narrow(width: Int) {
    let robot = Robot(DeskFixture.opening(width: width, height: 10))
    robot.sees("? Help")
  }

  @Test("help lists first what is called by the word that was typed")
  func namesFirst() {
    var robot = Robot()
    robot.press("?")
    robot.type("plan")
    robot.press("Enter")
    robot.sees("Planning Yunusobod")
  }
}
