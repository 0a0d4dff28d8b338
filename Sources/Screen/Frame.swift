/// A screen as a value: a grid of styled cells, and perhaps a cursor.
///
/// Drawing outside the frame is clipped. A wide character is always whole: writing over one of its halves blanks the
/// other, and one that does not fit is left out.
///
/// ```swift
/// var frame = Frame(size: Size(width: 20, height: 2))
/// frame.write("Юнусобод", at: .zero, style: Style(.title))
/// frame.text  // "Юнусобод\n"
/// ```
public struct Frame: Hashable, Sendable {
  /// Columns and rows.
  public let size: Size
  /// Where the terminal's cursor stands; hidden when nil.
  public var cursor: Position?

  @usableFromInline var cells: [Cell]

  /// An empty frame in `style`.
  public init(size: Size, style: Style = .normal) {
    self.size = size
    cells = Array(repeating: .blank(style), count: size.width * size.height)
  }

  /// The rectangle of the whole frame.
  public var bounds: Rect { Rect(size) }

  /// The cell at `row` and `column`; an empty one outside the frame.
  @inlinable
  public subscript(row: Int, column: Int) -> Cell {
    guard row >= 0, row < size.height, column >= 0, column < size.width else { return .blank() }
    return cells[row * size.width + column]
  }

  /// The cells of a row, from left to right; none outside the frame.
  @inlinable
  public func cells(inRow row: Int) -> ArraySlice<Cell> {
    guard row >= 0, row < size.height else { return [] }
    return cells[(row * size.width)..<((row + 1) * size.width)]
  }

  /// The whole grid, row by row.
  public func withUnsafeCells<Result>(_ body: (UnsafeBufferPointer<Cell>) -> Result) -> Result {
    cells.withUnsafeBufferPointer(body)
  }
}

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

/// Where text stands in a wider field.
public enum TextAlignment: Hashable, Sendable {
  /// At the left.
  case left
  /// At the right, as numbers do.
  case right
  /// In the middle; the odd cell is at the right.
  case center
}
