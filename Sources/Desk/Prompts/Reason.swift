import Characters
import RosterModel
import Screen

/// The question why something is done, which is done once it is answered.
struct ReasonPrompt: Sendable {
  /// What makes the question needed.
  enum Cause: Hashable, Sendable {
    /// A published day is touched; the day and the district in words.
    case published(String)
    /// What was worked is touched; the shift, the day and the unit in words.
    case worked(String)
    /// Rules are broken.
    case brokenRules
  }

  var intention: Intention
  let cause: Cause
  var field = TextField()

  var title: String {
    switch cause {
    case .published(let day): "\(day) is published: why is it changed?"
    case .worked(let posting): "\(posting) has begun: why is it corrected?"
    case .brokenRules: "Against the rules: why all the same?"
    }
  }
}

extension ContextParts {
  static let reason = ContextParts(title: "Reason", takesText: true, commands: ReasonKeys.commands)
}

/// The keys of the question for a reason; letters and digits go into its field.
enum ReasonKeys {
  static let commands = [
    Command(["Enter"], "OK", "Do it, with the reason that was typed", bar: 1, when: { $0.whyNoReason }) {
      $0.enterReason()
    },
    Command(["Esc", "Ctrl-C"], "Cancel", "Go back and change nothing", bar: 2) { $0.prompt = nil },
  ]
}

extension Model {
  /// Why the reason that was typed will not do; `nil` where it will.
  var whyNoReason: String? {
    guard case .reason(let prompt) = prompt else { return "nothing is asked" }
    let text = prompt.field.text
    if let unsafe = text.firstUnsafe { return "\(unsafe), which does not show as it is; take it out" }
    return text.allSatisfy(\.isWhitespace) ? "type a reason, or Esc to change nothing" : nil
  }

  /// Asks why an intention is to be carried out.
  mutating func ask(_ intention: Intention, because cause: ReasonPrompt.Cause) {
    prompt = .reason(ReasonPrompt(intention: intention, cause: cause))
  }

  /// Carries the intention out for the reason that was typed.
  mutating func enterReason() {
    guard case .reason(let asked) = prompt, whyNoReason == nil else { return }
    var intention = asked.intention
    intention.reason = asked.field.text
    if asked.cause == .brokenRules { intention.isForced = true }
    prompt = nil
    attempt(intention)
  }

  /// A posting whose shift has begun as people say it.
  func words(of posting: PostingName) -> String {
    "\(posting.shift) on \(DayWords.short(posting.day)) of \(name(ofSubject: posting.unit))"
  }

  /// A district's day as people say it.
  func words(of day: DistrictDay) -> String {
    "\(DayWords.short(day.day)) in \(name(of: .district(day.district)))"
  }

  func drawReason(_ asked: ReasonPrompt, in body: Rect, _ frame: inout Frame) {
    let width = min(body.width, max(60, asked.title.cellWidth + 4))
    let inside = frame.drawPopup(body.centered(Size(width: width, height: 4)), title: asked.title)
    let (head, rest) = inside.splitTop(inside.height > 1 ? 1 : 0)
    frame.write(asked.intention.words, at: head.origin, width: head.width, style: Style(.popup), clip: head)
    frame.drawField(
      asked.field, in: rest.splitTop(1).top, hint: "in your own words; it is kept with the change",
      style: Style(.input, on: .popup))
  }
}
