import Screen

extension Frame {
  /// Draws a field being typed with the terminal's cursor in it; its end is in view where it is too long.
  mutating func drawField(_ field: TextField, in area: Rect, hint: String, style: Style) {
    guard !area.isEmpty else { return }
    fill(area, style: style)
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
