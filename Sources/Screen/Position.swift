/// A cell's place on the screen; the upper left corner is row 0, column 0.
///
/// A position may lie outside a frame: whatever is drawn there is clipped.
public struct Position: Hashable, Sendable {
  /// Rows from the top.
  public var row: Int
  /// Columns from the left.
  public var column: Int

  /// The position at `row` and `column`.
  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// The upper left corner.
  public static let zero = Position(row: 0, column: 0)

  /// The position `rows` further down and `columns` further right.
  public func moved(rows: Int = 0, columns: Int = 0) -> Position {
    Position(row: row + rows, column: column + columns)
  }
}
