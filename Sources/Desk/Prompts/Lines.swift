import RosterModel
import Screen

/// A line that is typed at the foot of the window.
struct LinePrompt: Hashable, Sendable {
  /// What it is for.
  enum Purpose: Hashable, Sendable {
    case find, date, command, filter

    var context: Context {
      switch self {
      case .find: .find
      case .date: .date
      case .command: .commandLine
      case .filter: .filter
      }
    }

    /// What stands before the text.
    var lead: String {
      switch self {
      case .find: "/"
      case .date: "Day: "
      case .command: ":"
      case .filter: "Only: "
      }
    }

    /// What may be typed, shown while nothing is.
    var hint: String {
      switch self {
      case .find: "a beat, a unit's callsign or leader"
      case .date: "5, 5.12, 2026-12-05, +7, -7"
      case .command: "q, or a command's name"
      case .filter: "a unit, a beat, a person, a day, a word"
      }
    }
  }

  let purpose: Purpose
  var field = TextField()
}

extension ContextParts {
  static let find = ContextParts(title: "Find", takesText: true, commands: LineKeys.commands)
  static let date = ContextParts(title: "Go to day", takesText: true, commands: LineKeys.commands)
  static let commandLine = ContextParts(title: "Command", takesText: true, commands: LineKeys.commands)
  static let filter = ContextParts(title: "Filter", takesText: true, commands: LineKeys.commands)
}

/// The keys of a line that is typed at the foot of the window.
enum LineKeys {
  static let commands = [
    Command(["Enter"], "OK", "Do what was typed", bar: 1) { $0.enterLine() },
    Command(["Esc", "Ctrl-C"], "Cancel", "Close the line and change nothing", bar: 2) { $0.prompt = nil },
  ]
}

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

/// Reads a duty day as a dispatcher types it.
struct DayReader {
  private let period: ClosedRange<Day>
  private let current: Day

  /// A reader for a roster's period, relative to the day under the cursor.
  init(_ settings: RosterSettings, from current: Day) {
    period = settings.period
    self.current = current
  }

  /// `2026-12-05`, `5.12` or `5/12`, `5` (of the period, the first such day), `+7`, `-7`; `nil` for anything else.
  func day(_ text: String) -> Day? {
    let word = text.filter { $0 != " " }
    if let day = Day(iso: word) { return day }
    if word.hasPrefix("+") || word.hasPrefix("-") {
      guard let days = Int(word), abs(days) <= 10_000 else { return nil }
      return current.advanced(by: days)
    }
    let parts = word.split(whereSeparator: { $0 == "." || $0 == "/" }).map { Int($0) }
    guard (1...2).contains(parts.count), let number = parts[0] else { return nil }
    if parts.count == 1 { return period.first { $0.components.day == number } }
    guard let month = parts[1] else { return nil }
    return period.first { $0.components.day == number && $0.components.month == month }
      ?? Day(year: period.lowerBound.components.year, month: month, day: number)
  }
}
