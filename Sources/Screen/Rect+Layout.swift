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
