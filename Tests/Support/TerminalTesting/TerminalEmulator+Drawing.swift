import Screen

extension TerminalEmulator {
  mutating func moveCursor(row: Int, column: Int) {
    cursor = Position(row: max(0, min(row, size.height - 1)), column: max(0, min(column, size.width - 1)))
    isWrapDue = false
  }

  /// Writes one character where the cursor is, as an xterm does: the wrap waits for the next one.
  mutating func write(_ received: String) {
    let character = usesLineDrawing ? Self.lineDrawing[received] ?? received : received
    if join(character) { return }
    let width = character.cellWidth
    if isWrapDue || cursor.column + width > size.width {
      moveCursor(row: cursor.row, column: 0)
      lineFeed()
    }
    blankHalves(row: cursor.row, columns: cursor.column..<(cursor.column + width))
    lines[cursor.row][cursor.column] = character
    if width == 2 { lines[cursor.row][cursor.column + 1] = "" }
    lastCharacter = character
    let next = cursor.column + width
    isWrapDue = next >= size.width
    cursor.column = min(next, size.width - 1)
  }

  /// Adds a combining character to the one before the cursor; false if it does not combine.
  private mutating func join(_ character: String) -> Bool {
    var column = isWrapDue ? cursor.column : cursor.column - 1
    while column > 0, lines[cursor.row][column].isEmpty { column -= 1 }
    guard column >= 0, (lines[cursor.row][column] + character).count == 1 else { return false }
    lines[cursor.row][column] += character
    return true
  }

  mutating func lineFeed() {
    if cursor.row == scrollRegion.upperBound - 1 {
      scroll(scrollRegion, by: 1)
    } else {
      moveCursor(row: cursor.row + 1, column: cursor.column)
    }
  }

  mutating func reverseLineFeed() {
    if cursor.row == scrollRegion.lowerBound {
      scroll(scrollRegion, by: -1)
    } else {
      moveCursor(row: cursor.row - 1, column: cursor.column)
    }
  }

  mutating func setScrollRegion(top: Int, bottom: Int) {
    let first = max(0, top - 1)
    let end = min(size.height, bottom == 0 ? size.height : bottom)
    if first < end { scrollRegion = first..<end }
    moveCursor(row: 0, column: 0)
  }

  /// Moves lines up; a negative count moves them down.
  mutating func scroll(_ rows: Range<Int>, by count: Int) {
    guard !rows.isEmpty else { return }
    let empty = Array(repeating: " ", count: size.width)
    for _ in 0..<min(abs(count), rows.count) {
      lines.remove(at: count > 0 ? rows.lowerBound : rows.upperBound - 1)
      lines.insert(empty, at: count > 0 ? rows.upperBound - 1 : rows.lowerBound)
    }
  }

  mutating func eraseScreen(_ what: Int) {
    let rows = what == 0 ? (cursor.row + 1)..<size.height : what == 1 ? 0..<cursor.row : 0..<size.height
    for row in rows { blank(row: row, columns: 0..<size.width) }
    if what < 2 { eraseLine(what) }
  }

  mutating func eraseLine(_ what: Int) {
    let columns = what == 0 ? cursor.column..<size.width : what == 1 ? 0..<(cursor.column + 1) : 0..<size.width
    blank(row: cursor.row, columns: columns)
  }

  mutating func blank(row: Int, columns: Range<Int>) {
    blankHalves(row: row, columns: columns)
    for column in columns { lines[row][column] = " " }
  }

  mutating func deleteCharacters(_ count: Int) {
    let count = min(count, size.width - cursor.column)
    lines[cursor.row].removeSubrange(cursor.column..<(cursor.column + count))
    lines[cursor.row] += Array(repeating: " ", count: count)
  }

  mutating func insertCharacters(_ count: Int) {
    let count = min(count, size.width - cursor.column)
    lines[cursor.row].removeLast(count)
    lines[cursor.row].insert(contentsOf: Array(repeating: " ", count: count), at: cursor.column)
  }

  private mutating func blankHalves(row: Int, columns: Range<Int>) {
    if columns.lowerBound > 0, lines[row][columns.lowerBound].isEmpty { lines[row][columns.lowerBound - 1] = " " }
    if columns.upperBound < size.width, lines[row][columns.upperBound].isEmpty { lines[row][columns.upperBound] = " " }
  }

  private static let lineDrawing: [String: String] = [
    "j": "┘", "k": "┐", "l": "┌", "m": "└", "n": "┼", "q": "─", "t": "├", "u": "┤", "v": "┴", "w": "┬", "x": "│",
    "a": "▒", "`": "◆", "f": "°", "g": "±", "~": "·",
  ]
}
