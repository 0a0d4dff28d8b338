import Screen

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
