import RosterModel
import Screen

extension Model {
  mutating func openLine(_ purpose: LinePrompt.Purpose, _ text: String = "") {
    prompt = .line(LinePrompt(purpose: purpose, field: TextField(text)))
  }

  /// Does what the line that was typed asks for.
  mutating func enterLine() {
    guard case .line(let line) = prompt else { return }
    prompt = nil
    let text = line.field.text
    switch line.purpose {
    case .find: find(text)
    case .date: goTo(text)
    case .command: obey(text)
    case .filter: filterHistory(text)
    }
  }

  func drawLine(_ line: LinePrompt, in area: Rect, _ frame: inout Frame) {
    let lead = line.purpose.lead
    frame.write(lead, at: area.origin, style: Style(.keyName, on: .status), clip: area)
    let field = area.splitLeft(lead.cellWidth).rest
    guard !field.isEmpty else { return }
    frame.drawField(line.field, in: field, hint: line.purpose.hint, style: Style(.input, on: .status))
  }

  private mutating func goTo(_ text: String) {
    guard let day = DayReader(document.settings, from: dayAtCursor).day(text) else {
      return say(.refused, "“\(text)” is no day; write 5, 5.12, 2026-12-05, +7 or -7.")
    }
    goTo(day: day)
  }

  /// Does what a typed command says: the short words of editors, or a command by the beginning of its name.
  private mutating func obey(_ text: String) {
    let word = text.folded
    switch word {
    case "": return
    case "w": runNamed("save")
    case "q", "q!", "wq", "x": quit()
    default: runNamed(word)
    }
  }

  private mutating func runNamed(_ word: String) {
    let commands = KeyTable.commands(in: context).filter { $0.isListed }
    let exact = commands.first { $0.name.folded == word }
    let beginning = commands.filter { $0.name.folded.hasPrefix(word) }
    if let command = exact ?? (beginning.count == 1 ? beginning.first : nil) {
      run(command)
    } else if beginning.isEmpty {
      say(.refused, "No command is called “\(word)”; ? lists them.")
    } else {
      say(.refused, "Which: " + beginning.map(\.name).joined(separator: ", ") + "?")
    }
  }
}
