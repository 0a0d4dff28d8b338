import RosterModel
import Screen

extension Model {
  func drawGrid(in body: Rect, _ frame: inout Frame) {
    let layout = GridLayout(body)
    drawGridHeader(layout, &frame)
    for line in grid.lines.visible { drawGridLine(line, layout, &frame) }
    drawDetail(in: layout.detail, &frame)
  }

  private func drawGridLine(_ line: Int, _ layout: GridLayout, _ frame: inout Frame) {
    let row = layout.cells.origin.row + line - grid.lines.offset
    let isCursorLine = line == grid.line
    let backdrop: Role? = isCursorLine ? .stripe : nil
    let content = board.lines[line]
    var role = Role.normal
    if case .group = content { role = .group }
    if case .demand = content { role = .dim }
    let name = Rect(row: row, column: layout.names.origin.column, width: layout.names.width, height: 1)
    frame.write(
      label(ofLine: content), at: name.origin, width: max(0, name.width - 1), style: Style(role, on: backdrop),
      clip: name)
    let whole = Rect(row: row, column: layout.names.origin.column, width: layout.cells.columns.upperBound, height: 1)
    if let backdrop { frame.lay(whole, on: backdrop) }
    for column in grid.columns.visible {
      let place = Position(row: row, column: layout.screenColumn(column - grid.columns.offset))
      let isCursor = isCursorLine && column == grid.column
      drawCell(content, column, at: place, on: isCursor ? .cursor : backdrop, layout, &frame)
    }
  }

  private func drawCell(
    _ line: BoardLine, _ column: Int, at place: Position, on backdrop: Role?, _ layout: GridLayout,
    _ frame: inout Frame
  ) {
    let field = Rect(origin: place, size: Size(width: layout.cellWidth - 1, height: 1))
    if backdrop == .cursor { frame.fill(field.intersection(layout.cells), style: Style(.normal, on: .cursor)) }
    let day = document.day(ofColumn: column)
    let tile = document.tile(ofColumn: column)
    var tally: Tally?
    var mark = CellMark.idle
    switch line {
    case .group: break
    case .demand(let number):
      tally = document.tally(demand: number, day: day, tile: tile)
      mark = tally?.mark ?? .idle
    case .beat(let beat):
      let cell = document.tally(beat: beat, day: day, tile: tile)
      mark = self.mark(cell, beat: beat, column: column)
      tally = cell
    }
    if let tally {
      let text = tally.text(mark, width: field.width)
      let start = place.moved(columns: field.width - text.utf8.count)
      frame.write(text, at: start, style: Style(mark.role, on: backdrop), clip: layout.cells)
    }
    if tile == document.frame.tiles - 1 {
      let edge = Rect(row: place.row, column: place.column + field.width, width: 1, height: 1)
      frame.fill(
        edge.intersection(layout.cells), with: "│", style: Style(.border, on: backdrop == .cursor ? nil : backdrop))
    }
  }

  /// The mark of a beat's cell: a broken rule first, then what is missing, then a lock.
  func mark(_ tally: Tally, beat: BeatReference, column: Int) -> CellMark {
    let flag = grid.flags.flag(beat, column: column, document.columns)
    if flag.hasConflict { return .conflict }
    return tally.mark == .met && flag.isLocked ? .locked : tally.mark
  }
}
