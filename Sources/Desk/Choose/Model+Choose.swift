import RosterModel
import Screen

extension Model {
  mutating func moveChoice(_ lines: Int) {
    guard case .choose(var choice) = prompt else { return }
    choice.list.move(by: lines)
    prompt = .choose(choice)
  }

  mutating func chooseSelected() {
    guard case .choose(let choice) = prompt else { return }
    choose(choice.list.selected)
  }

  /// Does what an option of the open list stands for.
  mutating func choose(_ number: Int) {
    guard case .choose(let choice) = prompt, choice.options.indices.contains(number) else { return }
    prompt = nil
    take(choice.options[number].action)
  }

  /// Offers a choice, or takes the only one at once.
  mutating func offer(_ title: String, _ options: [ChoosePrompt.Option]) {
    if options.count == 1 { return take(options[0].action) }
    guard !options.isEmpty else { return }
    prompt = .choose(ChoosePrompt(title: title, options: options))
  }

  private mutating func take(_ action: ChoosePrompt.Action) {
    switch action {
    case .perform(let step): perform(step)
    case .choose(let next): offer(next.title, next.options)
    case .carry(let assignment): carry(assignment)
    case .swap(let posting, let other): swap(posting, with: other)
    case .post(let posting, let leaving): post(posting, leaving: leaving)
    case .goTo(let cell): go(to: cell)
    case .redo(let conflicts): redo(conflicts)
    case .drop(let conflicts): drop(conflicts)
    case .nothing: break
    }
  }

  func drawChoice(_ choice: ChoosePrompt, in body: Rect, _ frame: inout Frame) {
    let inside = frame.drawPopup(Self.choiceArea(choice, in: body), title: choice.title)
    frame.drawList(choice.list, in: inside) { frame, index, row in
      let number = index < 9 ? "\(index + 1) " : "  "
      frame.write(number, at: row.origin, style: Style(.keyName, on: .popup), clip: row)
      frame.write(
        choice.options[index].label, at: row.origin.moved(columns: 2), width: max(0, row.width - 2),
        style: Style(.popup), clip: row)
    }
  }

  static func choiceArea(_ choice: ChoosePrompt, in body: Rect) -> Rect {
    let widest = choice.options.map(\.label.cellWidth).max() ?? 0
    return body.centered(Size(width: max(widest, choice.title.cellWidth) + 6, height: choice.options.count + 1))
  }
}
