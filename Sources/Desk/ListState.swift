import Screen

/// The chosen line of a list and the part of the list in view.
struct ListState: Hashable, Sendable {
  private(set) var selected = 0
  private(set) var viewport = Viewport(count: 0, length: 0)

  /// Fits the list to its lines and its height, with the chosen line in view.
  mutating func settle(count: Int, height: Int) {
    selected = min(max(0, selected), max(0, count - 1))
    viewport = viewport.resized(count: count, length: height).revealing(selected, margin: 1)
  }

  mutating func select(_ line: Int) { selected = line }
  mutating func move(by lines: Int) { selected = max(0, min(viewport.count - 1, selected + lines)) }
  mutating func page(_ direction: Int) { move(by: direction * max(1, viewport.length - 1)) }
  mutating func home() { selected = 0 }
  mutating func end() { selected = max(0, viewport.count - 1) }
}

extension Frame {
  /// Draws the lines of a list that are in view, the chosen one on the cursor's backdrop, and a scroll bar if it needs one.
  mutating func drawList(_ list: ListState, in area: Rect, _ draw: (inout Frame, Int, Rect) -> Void) {
    guard !area.isEmpty else { return }
    let thumb = list.viewport.thumb
    let (lines, bar) = area.splitRight(thumb.isEmpty ? 0 : 1)
    for index in list.viewport.visible {
      let row = Rect(
        row: lines.origin.row + index - list.viewport.offset, column: lines.origin.column, width: lines.width, height: 1
      )
      guard lines.rows.contains(row.origin.row) else { break }
      draw(&self, index, row)
      if index == list.selected { lay(row, on: .cursor) }
    }
    fill(bar, with: "│", style: Style(.border))
    for offset in thumb {
      fill(
        Rect(row: bar.origin.row + offset, column: bar.origin.column, width: 1, height: 1).intersection(bar),
        with: "█", style: Style(.border))
    }
  }

  /// Clears an area for a dialogue, with a title in its upper edge; gives back what is left inside.
  mutating func drawPopup(_ area: Rect, title: String) -> Rect {
    fill(area, style: Style(.popup))
    let (top, rest) = area.splitTop(1)
    guard !rest.isEmpty else { return area }
    fill(top, style: Style(.title))
    write(title, at: top.origin.moved(columns: 1), width: max(0, top.width - 1), style: Style(.title), clip: top)
    return rest.inset(columns: rest.width > 24 ? 1 : 0)
  }

  /// Writes pieces one after the other, clipped to one row.
  mutating func write(pieces: [(String, Style)], in row: Rect) {
    var place = row.origin
    for (text, style) in pieces {
      let room = row.columns.upperBound - place.column
      guard room > 0 else { return }
      let shown = text.truncated(toCells: room)
      place = place.moved(columns: write(shown, at: place, style: style, clip: row))
    }
  }
}

extension String {
  /// The text in lines of at most so many cells, broken at spaces; a longer word is cut.
  func wrapped(toCells cells: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in split(separator: " ") {
      var rest = String(word)
      if !line.isEmpty, line.cellWidth + 1 + rest.cellWidth <= cells {
        line += " " + rest
        continue
      }
      if !line.isEmpty { lines.append(line) }
      while rest.cellWidth > cells {
        let head = rest.prefix(cells: cells)
        guard !head.isEmpty else { break }
        lines.append(String(head))
        rest = String(rest.dropFirst(head.count))
      }
      line = rest
    }
    return line.isEmpty ? lines : lines + [line]
  }
}
