/// The cells by which one frame differs from another, as runs within rows.
///
/// A run never begins or ends inside a wide character. Frames of different sizes differ in every cell.
public struct FrameDiff: Hashable, Sendable {
  /// Neighbouring cells of one row.
  public struct Run: Hashable, Sendable {
    /// The row.
    public let row: Int
    /// The column of the first cell.
    public let column: Int
    /// The new cells.
    public let cells: ArraySlice<Cell>
  }

  /// The runs, from the top and from the left.
  public let runs: [Run]

  /// The runs that make `old` into `new`; with no old frame, every row is a run.
  ///
  /// Complexity: O(cells).
  public init(from old: Frame?, to new: Frame) {
    guard let old, old.size == new.size else {
      runs = (0..<new.size.height).map { Run(row: $0, column: 0, cells: new.cells(inRow: $0)) }
      return
    }
    var runs: [Run] = []
    for row in 0..<new.size.height {
      Self.append(row: row, old: old.cells, new: new.cells, width: new.size.width, to: &runs)
    }
    self.runs = runs
  }

  private static func append(row: Int, old: [Cell], new: [Cell], width: Int, to runs: inout [Run]) {
    let end = (row + 1) * width
    var index = row * width
    while index < end {
      if old[index] == new[index] {
        index += 1
        continue
      }
      var first = index
      while first > row * width, new[first].glyph.isContinuation { first -= 1 }
      while index < end, old[index] != new[index] || new[index].glyph.isContinuation { index += 1 }
      runs.append(Run(row: row, column: first - row * width, cells: new[first..<index]))
    }
  }

  /// Writes the runs over `frame`, which must have the new frame's size.
  public func apply(to frame: inout Frame) {
    for run in runs where run.row < frame.size.height {
      let start = run.row * frame.size.width + run.column
      for (offset, cell) in run.cells.enumerated() where run.column + offset < frame.size.width {
        frame.cells[start + offset] = cell
      }
    }
  }
}
