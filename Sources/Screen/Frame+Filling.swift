extension Frame {
  /// Empties the cells of `rect` and gives them `style`.
  public mutating func fill(_ rect: Rect, style: Style) {
    fill(rect, with: .blank(style))
  }

  /// Fills `rect` with a narrow character, such as a line's `─`; anything else is replaced by U+FFFD.
  public mutating func fill(_ rect: Rect, with character: Character, style: Style) {
    var shaper = Shaper(String(character))
    let isNarrow = shaper.next() && shaper.glyphs.count == 1 && shaper.width == 1
    fill(rect, with: Cell(glyph: isNarrow ? shaper.glyphs[0] : .replacement, style: style))
  }

  private mutating func fill(_ rect: Rect, with cell: Cell) {
    let area = rect.intersection(bounds)
    guard !area.isEmpty else { return }
    for row in area.rows {
      releaseHalves(row: row, columns: area.columns)
      for index in area.columns { cells[row * size.width + index] = cell }
    }
  }

  /// Changes the style of every cell of `rect` and leaves what is written there.
  ///
  /// A wide character that lies half in the rectangle is changed whole.
  public mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
    let area = rect.intersection(bounds)
    guard !area.isEmpty else { return }
    for row in area.rows {
      let start = row * size.width
      var first = start + area.columns.lowerBound
      var last = start + area.columns.upperBound
      if first > start, cells[first].glyph.isContinuation { first -= 1 }
      if last < start + size.width, cells[last].glyph.isContinuation { last += 1 }
      for index in first..<last { cells[index].style = change(cells[index].style) }
    }
  }

  /// Lays `rect` on a backdrop, such as the cursor or a selection.
  public mutating func lay(_ rect: Rect, on backdrop: Role?) {
    restyle(rect) { $0.on(backdrop) }
  }

  /// Copies another frame in with its upper left cell at `position`, clipped.
  public mutating func draw(_ other: Frame, at position: Position) {
    let area = Rect(origin: position, size: other.size).intersection(bounds)
    guard !area.isEmpty else { return }
    for row in area.rows {
      releaseHalves(row: row, columns: area.columns)
      let source = (row - position.row) * other.size.width - position.column
      for column in area.columns { cells[row * size.width + column] = other.cells[source + column] }
      blankHalves(row: row, columns: area.columns)
    }
  }

  /// Blanks the halves of wide glyphs that clipping cut in two at the edges of `columns`.
  private mutating func blankHalves(row: Int, columns: Range<Int>) {
    let first = row * size.width + columns.lowerBound
    if cells[first].glyph.isContinuation { cells[first].glyph = .blank }
    let last = row * size.width + columns.upperBound - 1
    if cells[last].glyph.isWide { cells[last].glyph = .blank }
  }
}
