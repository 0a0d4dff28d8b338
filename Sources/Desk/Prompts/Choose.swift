import RosterModel
import Screen

/// A short list to choose one of.
struct ChoosePrompt: Sendable {
  /// What choosing does.
  enum Action: Sendable {
    case perform(EditStep)
    case choose(ChoosePrompt)
    case carry(Assignment)
    case post(Assignment, leaving: Assignment?)
    case swap(Assignment, with: Assignment)
    case goTo(CellPlace)
    case redo([ReplayConflict])
    case drop([ReplayConflict])
    case nothing
  }

  /// A line of the list.
  struct Option: Sendable {
    let label: String
    let action: Action
  }

  let title: String
  let options: [Option]
  var list = ListState()
}

extension ContextParts {
  static let choose = ContextParts(title: "Choose", commands: ChooseKeys.commands)
}

/// The keys of a short list to choose from.
enum ChooseKeys {
  static let commands =
    [
      Command(["Enter"], "Choose", "Choose the line under the cursor", bar: 1) { $0.chooseSelected() },
      Command(["Up", "k"], "Up", "Go to the line above", isListed: false) { $0.moveChoice(-1) },
      Command(["Down", "j"], "Down", "Go to the line below", isListed: false) { $0.moveChoice(1) },
      Command(["Esc", "q", "Ctrl-C"], "Cancel", "Close the list and change nothing", bar: 3) { $0.prompt = nil },
    ]
    + (1...9).map { number in
      Command(
        ["\(number)"], "By number", "Choose a line by its number", shownKeys: "1-9", bar: number == 1 ? 2 : nil,
        isListed: number == 1
      ) { $0.choose(number - 1) }
    }
}

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
