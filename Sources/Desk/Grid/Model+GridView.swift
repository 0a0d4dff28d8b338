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
    let company = company(ofLine: content)
    let room = max(0, name.width - 1 - (company.isEmpty ? 0 : company.cellWidth + 1))
    frame.write(label(ofLine: content), at: name.origin, width: room, style: Style(role, on: backdrop), clip: name)
    frame.write(
      company, at: name.origin.moved(columns: room + 1), width: company.cellWidth, style: Style(.info, on: backdrop),
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
    let edge = Rect(row: place.row, column: place.column + field.width, width: 1, height: 1)
      .intersection(layout.cells)
    let edgeBackdrop = backdrop == .cursor ? nil : backdrop
    if let (sign, role) = sign(line, day, tile) {
      frame.fill(edge, with: sign, style: Style(role, on: edgeBackdrop))
    } else if tile == document.frame.tiles - 1 {
      frame.fill(edge, with: "│", style: Style(.border, on: edgeBackdrop))
    }
  }

  /// What stands behind a cell's figures: that a change of it is not saved yet, or that another desk's cursor is there.
  private func sign(_ line: BoardLine, _ day: Day, _ tile: Int) -> (Character, Role)? {
    guard case .beat(let beat) = line, !pendingCells.isEmpty || !visitors.isEmpty else { return nil }
    let cell = CellPlace(beat: beat, day: day, tile: tile)
    if pendingCells.contains(cell) { return (CellSign.pending, .pending) }
    return visitors.contains { $0.cell == cell } ? (CellSign.visitor, .info) : nil
  }

  /// The other desks' people with their cursors on a line, as its name is followed by them: `@Karimova`.
  private func company(ofLine line: BoardLine) -> String {
    guard case .beat(let beat) = line, !visitors.isEmpty else { return "" }
    let people = visitors.filter { $0.cell?.beat == beat }.map(\.person)
    guard let first = people.first else { return "" }
    return people.count == 1
      ? "\(CellSign.visitor)\(first.truncated(toCells: 10))" : "\(CellSign.visitor)\(people.count)"
  }

  /// The mark of a beat's cell: a broken rule first, then what is missing, then a lock.
  func mark(_ tally: Tally, beat: BeatReference, column: Int) -> CellMark {
    let flag = grid.flags.flag(beat, column: column, document.columns)
    if flag.hasConflict { return .conflict }
    return tally.mark == .met && flag.isLocked ? .locked : tally.mark
  }
}
