import Coverage
import RosterModel
import Screen

extension Model {
  /// The lines of the heat map: each district, and the city's own squares after them.
  var cityLines: Int { document.base.districts.count + 1 }

  /// The district of a line of the heat map; `nil` for the city.
  func district(ofCityLine line: Int) -> DistrictReference? {
    line < document.base.districts.count ? DistrictReference(line) : nil
  }

  /// Opens the heat map at the district and the day of the grid's cursor.
  mutating func openCity() {
    if screen != .city {
      city.day = document.columns > 0 ? grid.column / max(1, document.frame.tiles) : 0
      city.list.select(districtAtCursor?.index ?? document.base.districts.count)
    }
    open(.city)
  }

  /// Opens the grid at the chosen district and day, at its first gap if there is one, or else at its first beat.
  mutating func goDownFromCity() {
    let place = district(ofCityLine: city.list.selected).map { Place.district($0) } ?? .city
    let tiles = document.frame.tiles
    open(.grid)
    let first = city.day * tiles
    let start = board.line(ofGroup: place) ?? 0
    // The place's heading comes to the top, so that the window shows its beats and not those before it.
    grid.lines = grid.lines.revealing(board.lines.count - 1).revealing(start)
    grid.column = first
    let district = district(ofCityLine: city.list.selected)
    let firstBeat = board.lines.indices.first { line in
      if case .beat = board.lines[line] { board.districts[line] == district } else { false }
    }
    grid.line = firstBeat ?? min(start + 1, max(0, board.lines.count - 1))
    for column in first..<first + tiles {
      for line in board.lines.indices where board.districts[line] == district {
        guard gapUnits(line: line, column: column) > 0 else { continue }
        grid.column = column
        grid.line = line
        return
      }
    }
  }

  mutating func settleCity(_ body: Rect) {
    let layout = CityLayout(body)
    city.day = max(0, min(document.frame.days - 1, city.day))
    city.days = city.days.resized(count: document.frame.days, length: layout.dayCount).revealing(city.day)
    city.list.settle(count: cityLines, height: layout.lines.height)
    guard screen == .city, city.revision != document.revision else { return }
    city.revision = document.revision
    refreshHeat()
  }

  /// Sums up every square once; O(squares).
  private mutating func refreshHeat() {
    let frame = document.frame
    var heat = [DayHeat](repeating: DayHeat(), count: cityLines * frame.days)
    let districtOfLine = frame.plan.lines.map { document.base.district(of: $0.place)?.index ?? cityLines - 1 }
    document.grid.forEachSquare { state in
      guard let day = frame.offset(of: state.square.day) else { return }
      heat[districtOfLine[state.square.line] * frame.days + day] += DayHeat(
        missing: state.gap, shortfall: state.shortfall, required: state.square.minimum)
    }
    city.heat = heat
  }
}
