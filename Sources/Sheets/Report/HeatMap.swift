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
