/// A rectangle of cells.
public struct Rect: Hashable, Sendable {
  /// The upper left cell.
  public var origin: Position
  /// The extent in cells.
  public var size: Size

  /// A rectangle of `size` whose upper left cell is `origin`.
  public init(origin: Position, size: Size) {
    self.origin = origin
    self.size = size
  }

  /// A rectangle by its upper left cell and its lengths; negative lengths are taken as zero.
  public init(row: Int, column: Int, width: Int, height: Int) {
    self.init(origin: Position(row: row, column: column), size: Size(width: width, height: height))
  }

  /// The rectangle that covers a whole frame of `size`.
  public init(_ size: Size) {
    self.init(origin: .zero, size: size)
  }

  /// The rows covered.
  public var rows: Range<Int> { origin.row..<(origin.row + size.height) }
  /// The columns covered.
  public var columns: Range<Int> { origin.column..<(origin.column + size.width) }
  /// Columns.
  public var width: Int { size.width }
  /// Rows.
  public var height: Int { size.height }
  /// Whether no cell is covered.
  public var isEmpty: Bool { size.width == 0 || size.height == 0 }

  /// Whether the cell at `position` is covered.
  public func contains(_ position: Position) -> Bool {
    rows.contains(position.row) && columns.contains(position.column)
  }

  /// The cells covered by both rectangles; empty where they do not meet.
  public func intersection(_ other: Rect) -> Rect {
    let top = max(rows.lowerBound, other.rows.lowerBound)
    let left = max(columns.lowerBound, other.columns.lowerBound)
    let bottom = min(rows.upperBound, other.rows.upperBound)
    let right = min(columns.upperBound, other.columns.upperBound)
    return Rect(row: top, column: left, width: right - left, height: bottom - top)
  }
}
