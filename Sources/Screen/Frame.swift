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
