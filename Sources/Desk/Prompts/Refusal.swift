import RosterModel
import Screen

/// What the journal, or the roster as it is by now, did not take, for the dispatcher to answer.
struct Refusal: Sendable {
  /// What was wanted.
  let intention: Intention
  /// Why it was not taken.
  let reason: EditRefusal
  /// What was done after it and cannot stand without it.
  var alsoTakenBack: [String] = []

  /// Whether it may be done all the same, with a reason.
  var canBeForced: Bool {
    if case .breaksRules = reason { return true }
    return false
  }
}

extension ContextParts {
  static let refused = ContextParts(title: "Refused", commands: RefusalKeys.commands)
}

/// The keys of the answer to a refusal; Enter, like Esc, leaves the roster as it is and keeps the way back open.
enum RefusalKeys {
  static let commands = [
    Command(
      ["Enter", "Esc", "n", "Ctrl-C"], "Leave it", "Close; Ctrl-R does it again as long as nothing else is done", bar: 1
    ) { $0.leaveRefusal() },
    Command(["l"], "Look", "Go to the cell that it is about", bar: 2, when: { $0.whyNoLook }) { $0.lookAtRefusal() },
    Command(
      ["r"], "Redo", "Do it again on the roster as it is now", bar: 3, when: { $0.whyNoRepeat }
    ) { $0.repeatRefused() },
    Command(
      ["f"], "Force", "Do it against the rules; asks for the reason", bar: 4, when: { $0.whyNoForce }
    ) { $0.forceRefused() },
    Command(["d"], "Drop", "Forget it", bar: 5) { $0.dropRefused() },
  ]
}

extension Model {
  /// The refusal that is being answered.
  private var refusal: Refusal? {
    if case .refused(let refusal) = prompt { return refusal }
    return nil
  }

  /// Shows a refusal, or has it wait for the prompt that is open: keys being typed must not answer it by chance.
  mutating func show(_ refusal: Refusal) {
    acts.refusals.append(refusal)
    if prompt != nil { say(.failed, "Not recorded: \(refusal.intention.words). Why comes once this is answered.") }
  }

  /// Shows the refusal that has waited longest, once nothing else is asked.
  mutating func showNextRefusal() {
    guard prompt == nil, !acts.refusals.isEmpty else { return }
    let next = acts.refusals.removeFirst()
    if case .wantsReason(let district, let day) = next.reason {
      let place = document.base.districts.first { $0.id == district }.map(\.name) ?? district
      return ask(next.intention, because: .published("\(DayWords.short(day)) in \(place)"))
    }
    if case .worked(let posting) = next.reason { return ask(next.intention, because: .worked(words(of: posting))) }
    prompt = .refused(next)
    typed = []
    notice = nil
  }

  mutating func leaveRefusal() {
    guard let refusal else { return }
    say(.note, "Not done: \(refusal.intention.words). Ctrl-R does it again.")
    prompt = nil
  }

  mutating func dropRefused() {
    guard let refusal else { return }
    if refusal.intention.purpose == .perform { acts.history.drop(refusal.intention.act) }
    say(.note, "Dropped: \(refusal.intention.words).")
    prompt = nil
  }

  /// Why it cannot be done again as it is; `nil` where it can.
  var whyNoRepeat: String? {
    guard let refusal else { return "nothing was refused" }
    return refusal.canBeForced ? "it breaks rules; f does it all the same" : whyNoEdit
  }

  /// Why it cannot be done against the rules; `nil` where it can.
  var whyNoForce: String? {
    guard let refusal else { return "nothing was refused" }
    return refusal.canBeForced ? whyNoEdit : "no rule is against it"
  }

  mutating func repeatRefused() {
    guard let refusal, whyNoRepeat == nil else { return }
    prompt = nil
    attempt(refusal.intention)
  }

  mutating func forceRefused() {
    guard let refusal, whyNoForce == nil else { return }
    ask(refusal.intention, because: .brokenRules)
  }

  /// Why there is no cell to look at; `nil` where there is.
  var whyNoLook: String? {
    refusal.flatMap { place(of: $0.intention.changes) } == nil ? "it is about no cell" : nil
  }

  mutating func lookAtRefusal() {
    guard let refusal, let place = place(of: refusal.intention.changes) else { return }
    say(.note, "Not done: \(refusal.intention.words). Ctrl-R does it again.")
    prompt = nil
    go(to: place)
  }

  func drawRefusal(_ refusal: Refusal, in body: Rect, _ frame: inout Frame) {
    let width = max(1, min(body.width, 76) - 4)
    let answers = KeyTable.ownCommands(in: .refused).filter { $0.whyNot(self) == nil }
    let keys = answers.map { "\($0.barKey): \($0.name.lowercased())" }.joined(separator: " · ")
    let texts = [refusal.intention.words] + words(of: refusal) + ["", keys]
    let lines = texts.flatMap { $0.isEmpty ? [""] : $0.wrapped(toCells: width) }
    let title = "Not recorded"
    let widest = (lines + [title]).map(\.cellWidth).max() ?? 0
    let inside = frame.drawPopup(
      body.centered(Size(width: widest + 4, height: lines.count + 1)), title: title)
    for (offset, line) in lines.enumerated() where offset < inside.height {
      frame.write(line, at: inside.origin.moved(rows: offset), width: inside.width, style: Style(.popup), clip: inside)
    }
  }

  private func words(of refusal: Refusal) -> [String] {
    var lines: [String]
    switch refusal.reason {
    case .clash(let subject, let day, let entry):
      let matter = [name(ofSubject: subject), day.map(DayWords.short)].compactMap { $0 }.joined(separator: " on ")
      lines = [
        "\(entry.author.person) has changed \(matter) meanwhile, at \(moment(entry.at)):", "· " + words(of: entry),
      ]
      if !entry.draft.reason.isEmpty { lines.append("“\(entry.draft.reason)”") }
    case .notThere: lines = ["What it would change is not there, or not as it was."]
    case .breaksRules(let findings):
      lines = ["It breaks:"] + findings.prefix(4).map { "· \($0.rule.id) \($0.message)" }
      if findings.count > 4 { lines.append("· and \(findings.count - 4) more") }
    case .wantsReason(_, let day): lines = ["\(DayWords.short(day)) is published; a reason is wanted."]
    case .worked(let posting): lines = ["\(words(of: posting)) has begun; a correction wants a reason."]
    case .alreadyRecorded(let entry):
      lines = ["It is recorded already, by \(entry.author.person) at \(moment(entry.at)):", "· " + words(of: entry)]
    case .notWritten(let why, _): lines = [why]
    }
    if !refusal.alsoTakenBack.isEmpty {
      lines.append("Taken back with it: " + refusal.alsoTakenBack.joined(separator: "; "))
    }
    return lines
  }
}
