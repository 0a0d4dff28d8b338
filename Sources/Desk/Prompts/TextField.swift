import Screen

/// A line of text being typed.
///
/// Works in whole grapheme clusters, so that a letter with its marks is one step and one deletion.
struct TextField: Hashable, Sendable {
  private(set) var characters: [Character]
  /// The number of characters before the insertion point.
  private(set) var position: Int
  /// Whether some of what was typed or pasted last was left out, which the field then says.
  private(set) var hasLeftOut = false

  init(_ text: String = "") {
    characters = Array(text)
    position = characters.count
  }

  /// The most characters a field takes; the rest of a longer text is left out.
  static let longest = 200
  /// What a field says that has left something out.
  static let limit = "the rest is left out: \(longest) at most"

  var text: String { String(characters) }
  var isEmpty: Bool { characters.isEmpty }
  /// Whether it takes no more, and says so.
  var isClosed: Bool { hasLeftOut && characters.count >= Self.longest }
  /// The text before the insertion point.
  var head: String { String(characters[..<position]) }

  /// Inserts the first line of a text, as far as there is room.
  mutating func insert(_ text: some StringProtocol) {
    let room = max(0, Self.longest - characters.count)
    let added = text.drop(while: \.isNewline).prefix(room).prefix { !$0.isNewline }
    hasLeftOut = text.lastIndex { !$0.isNewline }.map { added.endIndex <= $0 } ?? false
    characters.insert(contentsOf: added, at: position)
    position += added.count
    // A combining mark typed after a letter joins it.
    let joined = Array(String(characters))
    if joined.count != characters.count {
      let tail = characters.count - position
      characters = joined
      position = max(0, joined.count - tail)
    }
  }

  /// Handles the editing keys; false for a key that is none.
  mutating func edit(_ key: Key) -> Bool {
    if let character = key.typed {
      insert(String(character))
      return true
    }
    hasLeftOut = false
    switch (key.code, key.modifiers) {
    case (.backspace, []), (.character("h"), .control): deleteBack()
    case (.delete, []): if position < characters.count { characters.remove(at: position) }
    case (.left, []): position = max(0, position - 1)
    case (.right, []): position = min(characters.count, position + 1)
    case (.home, []), (.character("a"), .control): position = 0
    case (.end, []), (.character("e"), .control): position = characters.count
    case (.character("u"), .control):
      characters.removeSubrange(..<position)
      position = 0
    case (.character("w"), .control): deleteWord()
    default: return false
    }
    return true
  }

  private mutating func deleteBack() {
    guard position > 0 else { return }
    position -= 1
    characters.remove(at: position)
  }

  private mutating func deleteWord() {
    while position > 0, characters[position - 1].isWhitespace { deleteBack() }
    while position > 0, !characters[position - 1].isWhitespace { deleteBack() }
  }
}

extension Frame {
  /// Draws a field being typed with the terminal's cursor in it; its end is in view where it is too long.
  mutating func drawField(_ field: TextField, in area: Rect, hint: String, style: Style) {
    guard !area.isEmpty else { return }
    fill(area, style: style)
    if field.hasLeftOut, area.width > TextField.limit.cellWidth + 10 {
      let (text, limit) = area.splitRight(TextField.limit.cellWidth + 1)
      write(
        TextField.limit, at: limit.origin.moved(columns: 1), style: Style(.warning, on: style.backdrop), clip: limit)
      return drawText(of: field, in: text, hint: hint, style: style)
    }
    drawText(of: field, in: area, hint: hint, style: style)
  }

  private mutating func drawText(of field: TextField, in area: Rect, hint: String, style: Style) {
    if field.isEmpty {
      write(hint, at: area.origin, width: area.width, style: Style(.dim, on: style.backdrop), clip: area)
      cursor = area.origin
      return
    }
    let before = field.head.cellWidth
    let hidden = max(0, before - area.width + 1)
    write(field.text, at: area.origin.moved(columns: -hidden), style: style, clip: area)
    cursor = area.origin.moved(columns: min(before - hidden, area.width - 1))
  }
}
