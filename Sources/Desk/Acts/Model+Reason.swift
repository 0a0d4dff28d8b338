import Characters
import RosterModel
import Screen

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
