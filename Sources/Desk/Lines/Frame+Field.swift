import Screen

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
