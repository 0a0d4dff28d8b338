import Desk
import Screen
import Testing

@Suite("typing into a field")
struct TypingStory {
  private let words = "the rest is left out: 200 at most"

  @Test("a field takes 200 characters and says that it has left out the rest, typed or pasted, until it is changed")
  func limit() {
    var robot = Robot()
    robot.press("/")
    robot.type(String(repeating: "a", count: 199) + "b")
    robot.doesNotSee(words)
    robot.type("c")
    robot.sees("ab  \(words)")
    robot.press("Backspace")
    robot.doesNotSee(words)
    robot.send(.input(.paste("xyz")))
    robot.sees("ax  \(words)")
    robot.press("Ctrl-U")
    robot.doesNotSee(words)
    robot.send(.input(.paste("\nSokol\n\n")))
    robot.sees("/Sokol")
    robot.doesNotSee(words)
    robot.send(.input(.paste("-1\nand more")))
    robot.sees("/Sokol-1")
    robot.sees(words)
  }

  @Test("it says so in every field", arguments: ["/", ":", "gd", "?", "]g Enter"])
  func everyField(keys: String) {
    var robot = Robot()
    robot.press(keys)
    robot.send(.input(.paste(String(repeating: "a", count: 201))))
    robot.sees(words)
  }

  @Test(
    "what a full field leaves out costs next to nothing, though it comes as keys", arguments: ["/", "?", "]g Enter"])
  func leftOut(keys: String) {
    var robot = Robot()
    robot.press(keys)
    let key = Message.input(.key(Key("a")))
    var model = robot.model
    for _ in 0...200 { _ = model.receive(key) }
    let before = ContinuousClock.now
    for _ in 0..<200_000 { _ = model.receive(key) }
    // A key that is looked at takes 200 µs and more in a build for tests.
    #expect(ContinuousClock.now - before < .seconds(10))
  }
}
