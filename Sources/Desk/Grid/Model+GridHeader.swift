import RosterModel
import Screen

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
