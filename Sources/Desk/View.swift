import Screen

/// The desk as a window of this size shows it.
///
/// Pure, and only what is visible is drawn: it costs the same for a department and for a city.
public func view(_ model: Model, _ size: Size) -> Frame {
  var shown = model
  if shown.size != size {
    shown.size = size
    shown.settle()
  }
  var frame = Frame(size: size)
  let chrome = Chrome(size)
  shown.drawTitle(in: chrome.title, &frame)
  shown.drawScreen(in: chrome.body, &frame)
  shown.drawPrompt(in: chrome.body, &frame)
  shown.drawNotice(in: chrome.notice, &frame)
  shown.drawKeys(in: chrome.keys, &frame)
  return frame
}

extension Model {
  fileprivate func drawScreen(in body: Rect, _ frame: inout Frame) {
    guard !body.isEmpty else { return }
    screen.parts.draw(self, body, &frame)
  }
}

/// How a window is divided: the title, the screen itself, the line of notices, the key bar.
///
/// The less there is of the window, the more of it goes to the screen.
struct Chrome {
  let title: Rect
  let body: Rect
  let notice: Rect
  let keys: Rect

  init(_ size: Size) {
    let window = Rect(size)
    let (title, below) = window.splitTop(size.height >= 3 ? 1 : 0)
    let (above, keys) = below.splitBottom(size.height >= 4 ? 1 : 0)
    let (body, notice) = above.splitBottom(size.height >= 2 ? 1 : 0)
    self.title = title
    self.body = body
    self.notice = notice
    self.keys = keys
  }
}

extension Model {
  /// The title line: the roster, the screen, and on the right whether all is saved, who else is here, what was not read.
  func drawTitle(in area: Rect, _ frame: inout Frame) {
    guard !area.isEmpty else { return }
    let style = Style(.title)
    frame.fill(area, style: style)
    var marks: [(String, Role)] = []
    let storage = storageWords
    marks.append((storage.short, storage.role))
    if !visitors.isEmpty { marks.append(("@ " + company, .info)) }
    if !acts.conflicts.isEmpty { marks.append((conflictMark, .warning)) }
    if readingErrors > 0 { marks.append(("\(readingErrors) not read", .error)) }
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
    } else if let notice = shownNotice ?? storageNotice {
      drawNotice(notice, over: area, &frame)
    }
  }

  /// Why nothing is written, for as long as that is so.
  private var storageNotice: Notice? {
    let storage = storageWords
    return storage.why.map { Notice(kind: .failed, text: "\(storage.short): \($0)") }
  }

  /// A notice; one that is too long for its line takes lines from the screen above, since what to do comes last in it.
  private func drawNotice(_ notice: Notice, over area: Rect, _ frame: inout Frame) {
    let style = Style(notice.role, on: .status)
    let lines = notice.text.cellWidth <= area.width ? [notice.text] : notice.text.wrapped(toCells: area.width)
    let height = min(lines.count, area.origin.row / 2 + 1)
    let top = area.origin.row - height + 1
    frame.fill(Rect(row: top, column: area.origin.column, width: area.width, height: height), style: style)
    for (offset, line) in lines.prefix(height).enumerated() {
      let text = offset == height - 1 ? lines[offset...].joined(separator: " ") : line
      frame.write(text, at: Position(row: top + offset, column: area.origin.column), width: area.width, style: style)
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
  ///
  /// However narrow the window, there is room for the key of help. A question shows only the answers that it takes.
  func drawKeys(in area: Rect, _ frame: inout Frame) {
    guard !area.isEmpty else { return }
    frame.fill(area, style: Style(.keyBar))
    let isQuestion = context == .confirm || context == .refused
    let commands = KeyTable.commands(in: context)
      .filter { $0.barRank != nil && (!isQuestion || $0.whyNot(self) == nil) }
      .sorted { ($0.barRank ?? 0) < ($1.barRank ?? 0) }
    var column = area.origin.column
    var reserved = commands.first { $0.name == ScreenKeys.helpName }.map { $0.barWidth + 2 } ?? 0
    if reserved > area.width / 2 { reserved = 0 }
    for command in commands {
      let key = command.barKey
      let width = command.barWidth
      if command.name == ScreenKeys.helpName { reserved = 0 }
      guard column + width + reserved <= area.columns.upperBound else { continue }
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

/// A line that tells what the last action did, or why it did nothing.
struct Notice: Hashable, Sendable {
  /// What it is: done, refused, failed.
  enum Kind: Hashable, Sendable {
    case done, note, refused, failed
  }

  var kind: Kind
  var text: String

  var role: Role {
    switch kind {
    case .done: .success
    case .note: .info
    case .refused: .warning
    case .failed: .error
    }
  }
}
