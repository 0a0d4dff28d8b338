import Desk
import RosterModel
import Screen
import Testing

/// A dispatcher at a desk without a terminal: presses keys, reads the screen, answers for the outside.
struct Robot {
  private(set) var model: Model
  private(set) var size: Size
  /// What the desk has asked for and the robot has not answered.
  private(set) var effects: [Effect] = []

  init(_ opening: Opening = DeskFixture.opening()) {
    size = opening.size
    model = Model(opening)
    send(.clock(opening.now))
  }

  /// Presses keys, written as a key table writes them: `"j j Enter"`, `"]g"`.
  mutating func press(_ keys: String) {
    guard let sequence = KeySequence(keys) else {
      Issue.record("no keys: \(keys)")
      return
    }
    for key in sequence.keys { send(.input(.key(key))) }
  }

  /// Types a text, character by character.
  mutating func type(_ text: String) {
    for character in text { send(.input(.key(Key(character)))) }
  }

  mutating func send(_ message: Message) {
    let (next, asked) = update(model, message)
    model = next
    effects += asked
  }

  mutating func resize(_ width: Int, _ height: Int) {
    size = Size(width: width, height: height)
    send(.input(.resize(size)))
  }

  /// Lets the cursor rest: answers the last wait that was asked for.
  mutating func rest() {
    for effect in effects.reversed() {
      if case .wake(_, let token) = effect {
        effects.removeAll { if case .wake = $0 { true } else { false } }
        return send(.woke(token))
      }
    }
  }

  var screen: String { view(model, size).text }

  func sees(_ text: String, _ location: SourceLocation = #_sourceLocation) {
    #expect(screen.contains(text), "not on the screen:\n\(screen)", sourceLocation: location)
  }

  func doesNotSee(_ text: String, _ location: SourceLocation = #_sourceLocation) {
    #expect(!screen.contains(text), "on the screen:\n\(screen)", sourceLocation: location)
  }

  /// The line of the screen that begins with a text.
  func line(_ beginning: String) -> String {
    screen.split(separator: "\n").first { $0.drop(while: { $0 == " " }).hasPrefix(beginning) }.map(String.init) ?? ""
  }

  /// The plan that was asked for last.
  var planOrder: PlanOrder? {
    for effect in effects.reversed() { if case .startPlan(let order) = effect { return order } }
    return nil
  }

  var hasQuit: Bool { effects.contains { if case .quit = $0 { true } else { false } } }
  var saves: [Roster] {
    effects.compactMap { if case .save(let roster) = $0 { roster } else { nil } }
  }
}
