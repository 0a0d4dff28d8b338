import Coverage
import RosterModel
import Screen

/// The heat map's cursor and figures.
struct CityState: Sendable {
  /// The chosen district; the list's lines are the districts.
  var list = ListState()
  /// The chosen day, counted from the first of the period.
  var day = 0
  var days = Viewport(count: 0, length: 0)
  /// The figures of each district and day, and the state of the roster they were made for.
  var heat: [DayHeat] = []
  var revision = -1
}

extension ContextParts {
  static let city = ContextParts(
    title: "City", commands: CityKeys.commands, hasScreenKeys: true, settle: { $0.settleCity($1) },
    draw: { $0.drawCity(in: $1, &$2) })
}

/// The keys of the heat map.
enum CityKeys {
  static let commands = [
    Command(["Enter"], "Open", "Go down to the district's beats on that day", bar: 1) { $0.goDownFromCity() },
    Command(["Up", "k"], "Up", "Go to the district above") { $0.city.list.move(by: -1) },
    Command(["Down", "j"], "Down", "Go to the district below") { $0.city.list.move(by: 1) },
    Command(["Left", "h"], "Left", "Go to the day before") { $0.city.day -= 1 },
    Command(["Right", "l"], "Right", "Go to the next day") { $0.city.day += 1 },
    Command(["PgUp"], "Page up", "Go a page up") { $0.city.list.page(-1) },
    Command(["PgDn"], "Page down", "Go a page down") { $0.city.list.page(1) },
    Command(["Home", "0"], "First day", "Go to the first day") { $0.city.day = 0 },
    Command(["End", "$"], "Last day", "Go to the last day") { $0.city.day = $0.document.frame.days - 1 },
    Command(["gg"], "Top", "Go to the first district") { $0.city.list.home() },
    Command(["G"], "Bottom", "Go to the last district") { $0.city.list.end() },
    Command(["gt"], "Today", "Go to the present day") {
      $0.city.day = $0.document.frame.offset(of: $0.now.day) ?? $0.city.day
    },
  ]
}

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

/// How a district stands on a day.
struct DayHeat: Hashable, Sendable {
  /// Units missing below the minima.
  var missing = 0
  /// Units missing from the minima to the targets.
  var shortfall = 0
  /// Units that the minima ask for.
  var required = 0

  static func += (sum: inout DayHeat, part: DayHeat) {
    sum.missing += part.missing
    sum.shortfall += part.shortfall
    sum.required += part.required
  }

  /// What is missing, readable without colour: `-12!` below minimum, `-3-` below target, `.` met, nothing where nothing
  /// is asked for.
  var text: String {
    if missing > 0 { return "-\(missing)!" }
    if shortfall > 0 { return "-\(shortfall)-" }
    return required > 0 ? "." : ""
  }

  /// From red to green: more than a quarter missing, more than a twentieth, any, none but below target, met.
  var role: Role {
    if missing * 4 > required { return .heat0 }
    if missing * 20 > required { return .heat1 }
    if missing > 0 { return .heat2 }
    return shortfall > 0 ? .heat3 : .heat4
  }
}
