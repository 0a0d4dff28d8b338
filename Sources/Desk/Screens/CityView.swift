import RosterModel
import Screen

/// How the heat map divides the body of the window.
struct CityLayout {
  /// The cells that one day takes, the gap behind it included.
  static let cellWidth = 6

  let header: Rect
  let names: Rect
  /// The lines, names and cells together.
  let lines: Rect
  let cells: Rect

  init(_ body: Rect) {
    let (header, lines) = body.splitTop(Self.headerHeight(body.height))
    let nameWidth = body.width >= 2 * Self.cellWidth ? max(Self.cellWidth, min(28, body.width / 4)) : 0
    (names, cells) = lines.splitLeft(nameWidth)
    self.header = header
    self.lines = lines
  }

  /// Weekday, date and the figures of the whole; fewer in a low window.
  private static func headerHeight(_ height: Int) -> Int {
    switch height {
    case 6...: 3
    case 3...: 2
    default: max(0, height - 1)
    }
  }

  /// How many days are in view.
  var dayCount: Int { max(cells.width > 0 ? 1 : 0, cells.width / Self.cellWidth) }

  /// The column of the screen at which the day in view begins.
  func screenColumn(_ position: Int) -> Int { cells.origin.column + position * Self.cellWidth }
}

extension Model {
  func drawCity(in body: Rect, _ frame: inout Frame) {
    let layout = CityLayout(body)
    frame.fill(layout.header, style: Style(.header))
    for day in city.days.visible where layout.header.height > 0 {
      drawCityDay(day, layout, &frame)
    }
    if layout.header.height > 2 {
      frame.write(
        "Units missing", at: layout.header.origin.moved(rows: 2), width: max(0, layout.names.width - 1),
        style: Style(.dim, on: .header), clip: layout.header)
    }
    for line in city.list.viewport.visible {
      let row = layout.lines.origin.row + line - city.list.viewport.offset
      let isCursorLine = line == city.list.selected
      let backdrop: Role? = isCursorLine ? .stripe : nil
      if let backdrop {
        frame.lay(Rect(row: row, column: body.origin.column, width: body.width, height: 1), on: backdrop)
      }
      let place = district(ofCityLine: line).map { Place.district($0) }
      frame.write(
        place.map(name(of:)) ?? "City's own", at: Position(row: row, column: layout.names.origin.column),
        width: max(0, layout.names.width - 1), style: Style(.group, on: backdrop), clip: layout.names)
      for day in city.days.visible {
        let index = line * document.frame.days + day
        guard city.heat.indices.contains(index) else { continue }
        drawHeat(
          city.heat[index], at: Position(row: row, column: layout.screenColumn(day - city.days.offset)),
          on: isCursorLine && day == city.day ? .cursor : backdrop, in: layout.cells, &frame)
      }
    }
  }

  /// The figures of all districts on a day.
  private func total(ofDay day: Int) -> DayHeat {
    var total = DayHeat()
    for line in 0..<cityLines {
      let index = line * document.frame.days + day
      if city.heat.indices.contains(index) { total += city.heat[index] }
    }
    return total
  }

  private func drawCityDay(_ offset: Int, _ layout: CityLayout, _ frame: inout Frame) {
    let day = document.frame.day(offset)
    let place = Position(row: layout.header.origin.row, column: layout.screenColumn(offset - city.days.offset))
    let style = offset == city.day ? Style(role(of: day), on: .cursor) : Style(role(of: day), on: .header)
    let width = CityLayout.cellWidth - 1
    if layout.header.height > 2 {
      drawHeat(total(ofDay: offset), at: place.moved(rows: 2), on: .header, in: layout.header, &frame)
    }
    let parts = layout.header.height > 1 ? [DayWords.weekday(day), "\(day.components.day)"] : ["\(day.components.day)"]
    for (row, text) in parts.enumerated() {
      frame.write(text, at: place.moved(rows: row), width: width, style: style, .right, clip: layout.header)
    }
  }

  private func drawHeat(
    _ heat: DayHeat, at place: Position, on backdrop: Role?, in clip: Rect, _ frame: inout Frame
  ) {
    let width = CityLayout.cellWidth - 1
    let text = heat.text.utf8.count <= width ? heat.text : "!!"
    frame.write(
      text, at: place, width: width, style: Style(heat.role, on: backdrop), .right, clip: clip)
  }
}
