import Screen

/// How the grid divides the body of the window.
struct GridLayout {
  /// The cells that one tile's figures take, the gap behind them included: room for `9/9!`, in a wide window for `15/9.`
  /// and `-189!` as well.
  let cellWidth: Int

  /// The frozen lines: days, tiles, totals of the tiles, totals of the days; fewer in a low window.
  let header: Rect
  /// The frozen names of the lines.
  let names: Rect
  /// The figures.
  let cells: Rect
  /// What is said of the cursor's cell; empty in a low window.
  let detail: Rect

  init(_ body: Rect) {
    cellWidth = body.width >= 100 ? 6 : 5
    let detailHeight = body.height >= 14 ? min(13, body.height / 3) : 0
    let (table, detail) = body.splitBottom(detailHeight)
    let headerHeight =
      switch table.height {
      case 12...: 4
      case 8...: 3
      case 4...: 2
      case 2...: 1
      default: 0
      }
    let (header, lines) = table.splitTop(headerHeight)
    let wanted = max(cellWidth + 1, min(30, body.width / 4))
    let nameWidth = body.width >= 2 * cellWidth ? wanted : 0
    let (names, cells) = lines.splitLeft(nameWidth)
    self.header = header
    self.names = names
    self.cells = cells
    self.detail = detail
  }

  /// How many tiles are in view.
  var columnCount: Int { max(cells.width > 0 ? 1 : 0, cells.width / cellWidth) }

  /// The column of the screen at which the tile in view begins.
  func screenColumn(_ position: Int) -> Int { cells.origin.column + position * cellWidth }
}
