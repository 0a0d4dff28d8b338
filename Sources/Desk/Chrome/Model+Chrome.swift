import Screen

extension Model {
  /// The title line: the roster, the screen, what is not saved.
  func drawTitle(in area: Rect, _ frame: inout Frame) {
    guard !area.isEmpty else { return }
    let style = Style(.title)
    frame.fill(area, style: style)
    var marks: [(String, Role)] = []
    if isReadOnly { marks.append(("read-only", .warning)) }
    if readingErrors > 0 { marks.append(("\(readingErrors) not read", .error)) }
    if isSaving { marks.append(("saving", .pending)) }
    if isChanged { marks.append(("* not saved", .pending)) }
    var right = area.columns.upperBound
    for (text, role) in marks where right - text.cellWidth > area.origin.column + 8 {
      right -= text.cellWidth + 1
      frame.write(text, at: Position(row: area.origin.row, column: right), style: Style(role, on: .title))
    }
    let title = document.settings.title.isEmpty ? "Patrol" : document.settings.title
    frame.write(
      "\(title) · \(screen.title)", at: area.origin.moved(columns: area.width > 30 ? 1 : 0),
      width: max(0, right - area.origin.column - 1), style: style, clip: area)
  }

  /// The line of notices: a field that is open, keys begun, the last action.
  func drawNotice(in area: Rect, _ frame: inout Frame) {
    guard !area.isEmpty else { return }
    frame.fill(area, style: Style(.status))
    if case .line(let line) = prompt {
      drawLine(line, in: area, &frame)
    } else if !typed.isEmpty {
      frame.write(continuations, at: area.origin, width: area.width, style: Style(.keyName, on: .status))
    } else if let notice {
      frame.write(notice.text, at: area.origin, width: area.width, style: Style(notice.role, on: .status))
    }
  }

  /// What may follow the keys typed so far.
  private var continuations: String {
    let begun = typed.map(\.description).joined()
    guard case .prefix(let commands) = KeyTable.resolve(typed, in: context) else { return begun }
    let choices = commands.filter(\.isListed).map { "\($0.keyNames) \($0.name)" }
    return "\(begun)…  " + choices.joined(separator: "   ")
  }

  /// The key bar: the most useful commands of the context that fit, those that cannot be done now dimmed.
  func drawKeys(in area: Rect, _ frame: inout Frame) {
    guard !area.isEmpty else { return }
    frame.fill(area, style: Style(.keyBar))
    let commands = KeyTable.commands(in: context).filter { $0.barRank != nil }
      .sorted { ($0.barRank ?? 0) < ($1.barRank ?? 0) }
    var column = area.origin.column
    for command in commands {
      let key = command.barKey
      let width = key.cellWidth + 1 + command.name.cellWidth
      guard column + width <= area.columns.upperBound else { continue }
      let isEnabled = command.whyNot(self) == nil
      let place = Position(row: area.origin.row, column: column)
      frame.write(key, at: place, style: Style(isEnabled ? .keyName : .disabled, on: .keyBar))
      frame.write(
        command.name, at: place.moved(columns: key.cellWidth + 1),
        style: Style(isEnabled ? .keyBar : .disabled, on: .keyBar))
      column += width + 2
    }
  }
}
