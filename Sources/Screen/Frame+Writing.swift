extension Frame {
  /// Writes `text` on one row from `position` on, clipped to `clip` and the frame.
  ///
  /// Only whole grapheme clusters are written, from the first that begins inside the clip to the last that ends in
  /// it. What a terminal must not get is replaced (see `String.shown`); a line break is shown, not obeyed.
  ///
  /// - Returns: the columns that the whole text takes, as if nothing had been clipped on the left, up to where
  ///   writing stopped on the right.
  @discardableResult
  public mutating func write(
    _ text: String, at position: Position, style: Style = .normal, clip: Rect? = nil
  ) -> Int {
    let area = clip.map { $0.intersection(bounds) } ?? bounds
    guard area.rows.contains(position.row), position.column < area.columns.upperBound else { return 0 }
    if text.isPrintableASCII {
      return write(ascii: text, at: position, style: style, columns: area.columns)
    }
    var shaper = Shaper(text)
    var column = position.column
    while column < area.columns.upperBound, shaper.next() {
      let end = column + shaper.width
      if end > area.columns.upperBound { break }
      if column >= area.columns.lowerBound {
        for glyph in shaper.glyphs {
          put(glyph, row: position.row, column: column, style: style)
          column += glyph.width
        }
      }
      column = end
    }
    return column - position.column
  }

  /// Writes `text` into a field of `width` columns: truncated with an ellipsis, aligned, and filled with spaces.
  public mutating func write(
    _ text: String, at position: Position, width: Int, style: Style = .normal, _ alignment: TextAlignment = .left,
    clip: Rect? = nil
  ) {
    let field = Rect(origin: position, size: Size(width: width, height: 1))
    let area = clip.map { $0.intersection(field) } ?? field
    fill(area, style: style)
    let shown = text.truncated(toCells: width)
    let spare = alignment == .left ? 0 : Swift.max(0, width - shown.cellWidth)
    let before = alignment == .center ? spare / 2 : spare
    write(shown, at: position.moved(columns: before), style: style, clip: area)
  }

  /// Puts one glyph at a place inside the frame; a wide one must fit.
  private mutating func put(_ glyph: Glyph, row: Int, column: Int, style: Style) {
    let index = row * size.width + column
    releaseHalves(row: row, columns: column..<(column + glyph.width))
    cells[index] = Cell(glyph: glyph, style: style)
    if glyph.isWide { cells[index + 1] = Cell(glyph: .continuation, style: style) }
  }

  private mutating func write(ascii text: String, at position: Position, style: Style, columns: Range<Int>) -> Int {
    let skipped = max(0, columns.lowerBound - position.column)
    let count = min(text.utf8.count, columns.upperBound - position.column)
    guard skipped < count else { return max(0, count) }
    let start = position.column + skipped
    let index = position.row * size.width + start
    releaseHalves(row: position.row, columns: start..<(position.column + count))
    let written: Void? = text.utf8.withContiguousStorageIfAvailable { bytes in
      for offset in skipped..<count {
        cells[index + offset - skipped] = Cell(glyph: Glyph(ascii: bytes[offset]), style: style)
      }
    }
    if written == nil {
      for (offset, byte) in text.utf8.dropFirst(skipped).prefix(count - skipped).enumerated() {
        cells[index + offset] = Cell(glyph: Glyph(ascii: byte), style: style)
      }
    }
    return count
  }

  /// Blanks the halves of wide glyphs that would be left over outside `columns` when these are written.
  mutating func releaseHalves(row: Int, columns: Range<Int>) {
    guard !columns.isEmpty else { return }
    let first = row * size.width + columns.lowerBound
    if columns.lowerBound > 0, cells[first].glyph.isContinuation {
      cells[first - 1].glyph = .blank
    }
    let next = row * size.width + columns.upperBound
    if columns.upperBound < size.width, cells[next].glyph.isContinuation {
      cells[next].glyph = .blank
    }
  }
}
