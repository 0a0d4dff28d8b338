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

extension Rect {
  /// Cuts the first `height` rows off; both parts stay inside the rectangle however small it is.
  public func splitTop(_ height: Int) -> (top: Rect, rest: Rect) {
    let cut = min(max(0, height), size.height)
    return (
      Rect(row: origin.row, column: origin.column, width: width, height: cut),
      Rect(row: origin.row + cut, column: origin.column, width: width, height: size.height - cut)
    )
  }

  /// Cuts the last `height` rows off.
  public func splitBottom(_ height: Int) -> (rest: Rect, bottom: Rect) {
    let cut = min(max(0, height), size.height)
    let parts = splitTop(size.height - cut)
    return (parts.top, parts.rest)
  }

  /// Cuts the first `width` columns off.
  public func splitLeft(_ width: Int) -> (left: Rect, rest: Rect) {
    let cut = min(max(0, width), size.width)
    return (
      Rect(row: origin.row, column: origin.column, width: cut, height: height),
      Rect(row: origin.row, column: origin.column + cut, width: size.width - cut, height: height)
    )
  }

  /// Cuts the last `width` columns off.
  public func splitRight(_ width: Int) -> (rest: Rect, right: Rect) {
    let cut = min(max(0, width), size.width)
    let parts = splitLeft(size.width - cut)
    return (parts.left, parts.rest)
  }

  /// The rectangle without a margin of `rows` and `columns` on each side.
  public func inset(rows: Int = 0, columns: Int = 0) -> Rect {
    Rect(
      row: origin.row + min(rows, height / 2), column: origin.column + min(columns, width / 2),
      width: width - 2 * columns, height: height - 2 * rows)
  }

  /// A rectangle of at most `size` in the middle of this one, for a dialogue.
  public func centered(_ size: Size) -> Rect {
    let width = min(size.width, self.width)
    let height = min(size.height, self.height)
    return Rect(
      row: origin.row + (self.height - height) / 2, column: origin.column + (self.width - width) / 2,
      width: width, height: height)
  }

  /// Lays columns from left to right, `gap` cells apart.
  ///
  /// A column that does not fit is cut, and those after it are empty; a `.flexible` column takes an equal share of
  /// what the fixed ones leave, the leftmost ones one cell more where it does not divide.
  public func columns(_ widths: [ColumnWidth], gap: Int = 0) -> [Rect] {
    let gaps = max(0, widths.count - 1) * gap
    var fixed = 0
    var flexible = 0
    for width in widths {
      switch width {
      case .fixed(let cells): fixed += max(0, cells)
      case .flexible: flexible += 1
      }
    }
    let spare = max(0, width - fixed - gaps)
    var share = flexible == 0 ? 0 : spare % flexible
    var column = origin.column
    let right = origin.column + width
    return widths.map { wanted in
      var cells: Int
      switch wanted {
      case .fixed(let count): cells = max(0, count)
      case .flexible:
        cells = spare / flexible + (share > 0 ? 1 : 0)
        share -= 1
      }
      cells = min(cells, max(0, right - column))
      defer { column = min(right, column + cells + gap) }
      return Rect(row: origin.row, column: column, width: cells, height: height)
    }
  }
}

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

/// A width and a height in terminal cells.
///
/// Negative lengths are taken as zero, so that arithmetic on small windows needs no checks.
public struct Size: Hashable, Sendable {
  /// Columns; never negative.
  public let width: Int
  /// Rows; never negative.
  public let height: Int

  /// A size of `width` columns and `height` rows.
  public init(width: Int, height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
  }
}

extension Size: CustomStringConvertible {
  /// The size as people write it: `120×40`.
  public var description: String { "\(width)×\(height)" }
}
