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
  /// What the desk's acts go to.
  var journal: FakeJournal
  private let author: Author

  init(_ opening: Opening = DeskFixture.opening()) {
    size = opening.size
    author = opening.author
    journal = FakeJournal(opening.roster, entries: opening.acts.entries)
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
    effects += model.receive(message)
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

  func shows(_ golden: String, _ location: SourceLocation = #_sourceLocation) {
    let screen = screen
    #expect(screen == golden + "\n", "the screen is:\n\(screen)", sourceLocation: location)
  }

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

  /// The acts that the desk has asked to be recorded, answered or not.
  private(set) var submissions: [EntryDraft] = []

  /// Has the journal answer all that the desk asks of it, until it asks no more.
  mutating func write() { while writeOne() {} }

  /// Has the journal answer what the desk has asked for first; false where it has asked for nothing.
  @discardableResult
  mutating func writeOne() -> Bool {
    for (index, effect) in effects.enumerated() {
      guard case .submit(let ticket, let draft, let basis) = effect else { continue }
      effects.remove(at: index)
      submissions.append(draft)
      do {
        send(.recorded(ticket: ticket, try journal.commit(draft, by: author, basis: basis)))
      } catch {
        send(.refused(ticket: ticket, error))
      }
      return true
    }
    return false
  }

  /// Whether the desk waits for the journal.
  var isWaiting: Bool { effects.contains { if case .submit = $0 { true } else { false } } }

  /// Another desk records something, of which this one hears at once or, where `quietly`, only when it is told.
  @discardableResult
  mutating func another(
    _ name: String, kind: EntryKind = .edit, reason: String = "",
    quietly: Bool = false, _ changes: RowChange...
  ) -> JournalEntry? {
    do {
      let draft = EntryDraft(kind: kind, name: name, reason: reason, changes: changes)
      let entry = try journal.commit(draft, by: DeskFixture.karimova, basis: journal.end)
      if !quietly { send(.others([entry])) }
      return entry
    } catch {
      Issue.record("the journal does not take it: \(error)")
      return nil
    }
  }

  /// Whether what the desk shows is what the journal holds.
  var agreesWithJournal: Bool { Self.postings(model.roster) == Self.postings(journal.roster) }

  private static func postings(_ roster: Roster) -> [PostingName: [PostingRemark]] {
    Dictionary(grouping: roster.assignments) { PostingName($0, in: roster) }
      .mapValues { $0.map { PostingRemark($0, in: roster) } }
  }
}
