import RosterModel
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

extension Model {
  /// The frozen lines: duty days, tiles, and what all beats of the district have and want by tile and by day.
  func drawGridHeader(_ layout: GridLayout, _ frame: inout Frame) {
    let header = layout.header
    guard header.height > 0 else { return }
    frame.fill(header, style: Style(.header))
    let isCompact = header.height == 1
    for column in grid.columns.visible {
      let position = column - grid.columns.offset
      let tile = document.tile(ofColumn: column)
      if position == 0 || tile == 0 { drawDay(ofColumn: column, layout, isCompact: isCompact, &frame) }
      if !isCompact { drawTile(ofColumn: column, row: header.origin.row + 1, layout, &frame) }
      if header.height >= 3 { drawTotal(ofColumn: column, row: header.origin.row + 2, layout, &frame) }
    }
    drawCorner(layout, &frame)
  }

  private func drawCorner(_ layout: GridLayout, _ frame: inout Frame) {
    let width = max(0, layout.names.width - 1)
    guard width > 0, layout.header.height >= 3 else { return }
    let district = districtAtCursor.map { name(of: .district($0)) } ?? "City"
    let origin = layout.header.origin
    frame.write(district, at: origin, width: width, style: Style(.header))
    frame.write("by shift", at: origin.moved(rows: 2), width: width, style: Style(.dim, on: .header))
    if layout.header.height >= 4 {
      frame.write("by day", at: origin.moved(rows: 3), width: width, style: Style(.dim, on: .header))
    }
  }

  /// A duty day's name over its tiles in view, and its total under them.
  private func drawDay(ofColumn column: Int, _ layout: GridLayout, isCompact: Bool, _ frame: inout Frame) {
    let tiles = max(1, document.frame.tiles)
    let end = min(grid.columns.visible.upperBound, (column / tiles + 1) * tiles)
    let width = (end - column) * layout.cellWidth - 1
    let row = layout.header.origin.row
    let place = Position(row: row, column: layout.screenColumn(column - grid.columns.offset))
    let day = document.day(ofColumn: column)
    let text =
      isCompact
      ? "\(day.components.day)\(tileID(document.tile(ofColumn: column)))" : DayWords.fitting(day, width: width)
    frame.write(text, at: place, width: width, style: Style(role(of: day), on: .header), clip: layout.header)
    guard layout.header.height >= 4 else { return }
    let total = grid.totals.sum(column - column % tiles..<(column / tiles + 1) * tiles)
    frame.write(
      total.text(total.mark, width: width), at: Position(row: row + 3, column: place.column), width: width,
      style: Style(total.mark.role, on: .header), .right, clip: layout.header)
  }

  private func drawTile(ofColumn column: Int, row: Int, _ layout: GridLayout, _ frame: inout Frame) {
    let tile = document.tile(ofColumn: column)
    let isNow = document.day(ofColumn: column) == now.day && tile == now.tile
    let place = Position(row: row, column: layout.screenColumn(column - grid.columns.offset))
    let style = column == grid.column ? Style(.header, on: .cursor) : Style(isNow ? .today : .header, on: .header)
    frame.write(
      tileID(tile), at: place, width: layout.cellWidth - 1, style: style, .right, clip: layout.header)
  }

  private func drawTotal(ofColumn column: Int, row: Int, _ layout: GridLayout, _ frame: inout Frame) {
    let total = grid.totals.sum(column..<column + 1)
    let place = Position(row: row, column: layout.screenColumn(column - grid.columns.offset))
    frame.write(
      total.text(total.mark, width: layout.cellWidth - 1), at: place, width: layout.cellWidth - 1,
      style: Style(total.mark.role, on: .header), .right, clip: layout.header)
  }

  /// The role of a duty day's heading.
  func role(of day: Day) -> Role {
    if day == now.day { return .today }
    return document.settings.weekend.contains(day.weekday) ? .weekend : .header
  }
}
