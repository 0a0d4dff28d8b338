import Coverage
import RosterModel

/// How well each place is covered in each tile of each day.
struct HeatMap {
  /// What the squares of a place, day and tile have together.
  struct Cell: Hashable {
    /// The minima.
    var required = 0
    /// Units missing to the minima.
    var missing = 0
    /// Units missing from the minima to the targets.
    var shortfall = 0
    /// Whether some square is there.
    var hasDemand = false
  }

  /// A district with the departments in it, or the city.
  struct Block {
    /// The rows: the city, or the district's own beats and demand first, then its departments.
    var places: [Place]
  }

  /// The blocks: the city, then the districts in the order of their ids; what no demand is asked of is left out.
  private(set) var blocks: [Block] = []
  /// The days, ascending.
  let days: [Day]
  /// How many tiles a day has.
  let tiles: Int

  private var cells: [Place: [Cell]] = [:]

  /// The map of the chosen part of a roster; O(squares).
  ///
  /// A beat's squares are in the row of the department or district that owns it; squares of a department, a district or
  /// the city are in rows of their own places.
  init(_ roster: Roster, grid: CoverageGrid, selection: SheetSelection, days: ClosedRange<Day>) {
    self.days = Array(days)
    tiles = roster.settings.shifts.tileCount
    let width = self.days.count * tiles
    let lines = grid.frame.plan.lines
    grid.forEachSquare(in: CoverageScope(from: days.lowerBound, to: days.upperBound)) { state in
      var place = lines[state.square.line].place
      if case .beat(let beat) = place, beat.isKnown { place = roster.beats[beat.index].place }
      guard selection.includes(place, in: roster) else { return }
      let index = days.lowerBound.distance(to: state.square.day) * tiles + state.square.tile
      var row = cells.removeValue(forKey: place) ?? [Cell](repeating: Cell(), count: width)
      row[index].required += state.square.minimum
      row[index].missing += state.gap
      row[index].shortfall += state.shortfall
      row[index].hasDemand = true
      cells[place] = row
    }
    if cells[.city] != nil { blocks.append(Block(places: [.city])) }
    for number in roster.districts.indices.sorted(by: { roster.districts[$0].id < roster.districts[$1].id }) {
      let district = DistrictReference(number)
      let departments = roster.departments.indices.filter { roster.departments[$0].district == district }
        .sorted { roster.departments[$0].id < roster.departments[$1].id }
      let places = [.district(district)] + departments.map { Place.department(DepartmentReference($0)) }
      let shown = places.filter { cells[$0] != nil }
      if !shown.isEmpty { blocks.append(Block(places: shown)) }
    }
  }

  /// The cell of a place, a day by its number among the days, and a tile.
  func cell(_ place: Place, day: Int, tile: Int) -> Cell { cells[place]?[day * tiles + tile] ?? Cell() }
}

extension HeatMap {
  /// The most days of one drawing: a wider one could not be read on paper.
  private static let daysAcross = 14
  private static let labelWidth = 170
  private static let cellWidth = 16
  private static let rowHeight = 16
  /// The width of a page in the units of the drawing: where the days leave room, the drawing is made larger, to half as
  /// much again at most.
  private static let pageWidth = 1000

  /// Writes the map: a drawing for each block, and for each two weeks of it.
  func write(to html: inout HTMLText, _ roster: Roster) {
    for block in blocks {
      for first in stride(from: 0, to: days.count, by: Self.daysAcross) {
        write(block, first..<min(days.count, first + Self.daysAcross), to: &html, roster)
      }
    }
  }

  private func write(_ block: Block, _ days: Range<Int>, to html: inout HTMLText, _ roster: Roster) {
    let top = 2 * Self.rowHeight
    let width = Self.labelWidth + days.count * tiles * Self.cellWidth + 1
    html.markup("<svg class=\"map\" role=\"img\" width=\"")
    html.number(max(width, min(Self.pageWidth, width * 3 / 2)))
    html.markup("\" viewBox=\"0 0 ")
    html.number(width)
    html.markup(" ")
    html.number(top + block.places.count * Self.rowHeight + 1)
    html.markup("\"><title>")
    html.text(block.places.first.map { ReportNames.name(of: $0, in: roster) } ?? "")
    html.markup("</title>\n")
    for (column, day) in days.enumerated() {
      let x = Self.labelWidth + column * tiles * Self.cellWidth
      let date = self.days[day]
      let isWeekend = roster.settings.weekend.contains(date.weekday)
      if isWeekend { html.markup("<text class=\"d w\" x=\"") } else { html.markup("<text class=\"d\" x=\"") }
      html.number(x + 1)
      html.markup("\" y=\"12\">")
      // The month is told where a drawing and where a month begins.
      let isFirst = column == 0 || date.components.day == 1
      html.text(isFirst ? String(date.description.dropFirst(5)) : "\(date.components.day)")
      html.markup("</text>\n")
      for tile in 0..<tiles {
        html.markup("<text class=\"t\" x=\"")
        html.number(x + tile * Self.cellWidth + Self.cellWidth / 2)
        html.markup("\" y=\"28\">")
        html.text(String(roster.settings.shifts.tile(tile).id.prefix(1)))
        html.markup("</text>")
      }
    }
    for (row, place) in block.places.enumerated() {
      write(place, at: top + row * Self.rowHeight, days, to: &html, roster)
    }
    html.markup("</svg>\n")
  }

  private func write(_ place: Place, at y: Int, _ days: Range<Int>, to html: inout HTMLText, _ roster: Roster) {
    html.markup("<text class=\"n\" x=\"0\" y=\"")
    html.number(y + 12)
    html.markup("\">")
    html.text(String(ReportNames.name(of: place, in: roster).prefix(26)))
    html.markup("</text>\n")
    for (column, day) in days.enumerated() {
      for tile in 0..<tiles {
        let cell = cell(place, day: day, tile: tile)
        guard cell.hasDemand else { continue }
        let x = Self.labelWidth + (column * tiles + tile) * Self.cellWidth
        write(cell, x: x, y: y, to: &html)
      }
    }
  }

  /// Writes a cell: coloured by the share of its minima that is missing, with the number of missing units in it.
  private func write(_ cell: Cell, x: Int, y: Int, to html: inout HTMLText) {
    html.markup("<rect class=\"")
    html.text(Self.tone(of: cell))
    html.markup("\" x=\"")
    html.number(x)
    html.markup("\" y=\"")
    html.number(y)
    html.markup("\" width=\"16\" height=\"16\"/>")
    if cell.missing > 0 {
      html.markup("<text class=\"m\" x=\"")
      html.number(x + Self.cellWidth / 2)
      html.markup("\" y=\"")
      html.number(y + 12)
      html.markup("\">")
      html.text(cell.missing > 999 ? "!" : "\(cell.missing)")
      html.markup("</text>")
    }
    html.markup("\n")
  }

  /// The class of a cell: met, below target, or below minimum by up to a quarter, a half, or more.
  private static func tone(of cell: Cell) -> String {
    if cell.missing == 0 { return cell.shortfall == 0 ? "ok" : "low" }
    if cell.missing * 4 <= cell.required { return "g1" }
    return cell.missing * 2 <= cell.required ? "g2" : "g3"
  }
}
