import Screen

/// Something that is asked before it is done.
enum Confirmation: Sendable {
  /// To leave although these are not saved.
  case quit(pending: [String])
  /// To post a unit although it breaks rules.
  case illegal(Intention, reasons: [String])
  /// To leave a proposal without taking it.
  case dropProposal
  /// To take back everything since an entry as one act; whose it is in words.
  case takeBack(Act, whose: String)

  var title: String {
    switch self {
    case .quit(let pending): pending.count == 1 ? "Leave without it?" : "Leave without them?"
    case .illegal: "Against the rules"
    case .dropProposal: "Drop the proposal?"
    case .takeBack: "Take all of it back?"
    }
  }

  var lines: [String] {
    switch self {
    case .quit(let pending):
      ["Not saved, and lost by leaving now:"] + pending.prefix(Self.mostListed).map { "· " + $0 }
        + (pending.count > Self.mostListed ? ["· and \(pending.count - Self.mostListed) more"] : [])
    case .dropProposal: ["The plan is lost; the roster stays as it is."]
    case .illegal(let intention, let reasons): [intention.words + "?"] + reasons.map { "· " + $0 }
    case .takeBack(let act, let whose): [act.name, whose, "u brings it back."]
    }
  }

  private static let mostListed = 6
}

extension ContextParts {
  static let confirm = ContextParts(title: "Confirm", commands: ConfirmKeys.commands)
}

/// The keys of a question; Enter, like Esc, is always the answer that does nothing.
enum ConfirmKeys {
  static let commands = [
    Command(["Enter", "Esc", "n", "Ctrl-C"], "Cancel", "Go back and change nothing", bar: 1) { $0.prompt = nil },
    Command(["y"], "Yes", "Do it all the same", bar: 2) { $0.confirm() },
  ]
}

extension Model {
  /// Does what was asked about.
  mutating func confirm() {
    guard case .confirm(let confirmation) = prompt else { return }
    prompt = nil
    switch confirmation {
    case .quit: emit(.quit)
    case .illegal(let intention, _): ask(intention, because: .brokenRules)
    case .takeBack(let act, _): attempt(Intention(act: act))
    case .dropProposal: dropProposal()
    }
  }

  func drawConfirmation(_ confirmation: Confirmation, in body: Rect, _ frame: inout Frame) {
    let lines = confirmation.lines + ["", "y: yes   Enter, Esc: cancel"]
    let width = (lines + [confirmation.title]).map(\.cellWidth).max() ?? 0
    let area = body.centered(Size(width: width + 4, height: lines.count + 1))
    let inside = frame.drawPopup(area, title: confirmation.title)
    for (offset, line) in lines.enumerated() where offset < inside.height {
      frame.write(
        line, at: inside.origin.moved(rows: offset), width: inside.width, style: Style(.popup), clip: inside)
    }
  }
}
