import RosterModel

/// What the units of each class could do at most, whoever else works where: in a tile of a day, on a day, and in longer
/// spans.
struct StaffSupply {
  /// By class, day and tile, how many units could stand.
  private(set) var ofTile: [Int32]
  /// By class and day, how many tiles they could work.
  private(set) var ofDay: [Int32]
  /// By class and span, how many tiles they could work: the weeks, the period, and the period in each tile.
  private(set) var ofSpan: [Int]
  /// By class and tile, the fewest units on any day.
  private(set) var fewestOfTile: [Int32]
  /// By class, the fewest tiles of any day.
  private(set) var fewestOfDay: [Int32]

  private let days: Int
  private let tiles: Int
  private let weeks: [Range<Int>]

  /// How many spans there are.
  var spans: Int { weeks.count + 1 + tiles }

  /// The supply of a roster; O(units × days × tiles).
  init(_ grid: CoverageGrid, _ classes: StaffClasses, _ rules: BindingRules) {
    let frame = grid.frame
    days = frame.days
    tiles = frame.tiles
    weeks = frame.daysOfWeeks
    ofTile = [Int32](repeating: 0, count: classes.count * days * tiles)
    ofDay = [Int32](repeating: 0, count: classes.count * days)
    ofSpan = [Int](repeating: 0, count: classes.count * (weeks.count + 1 + tiles))
    fewestOfTile = [Int32](repeating: Int32.max, count: classes.count * tiles)
    fewestOfDay = [Int32](repeating: Int32.max, count: classes.count)
    let bounds = frame.limits.map { WorkBound($0, rules, frame) }
    let unbound = WorkBound(nil, rules, frame)
    var calendar = OpenDays(frame)
    for number in 0..<classes.count {
      let regime = frame.roster.units[classes.example(number)].regime
      let bound = regime.isKnown ? bounds[regime.index] : unbound
      var present = 0
      for position in classes.units.range(number) {
        let unit = Int(classes.units.values[position])
        if grid.absences.isNeverAway(unit) {
          present += 1
        } else {
          calendar.load(bound, grid, unit: unit)
          add(calendar, bound, to: number, times: 1)
        }
      }
      if present > 0 {
        calendar.load(bound, grid, unit: nil)
        add(calendar, bound, to: number, times: present)
      }
      findFewest(number)
    }
  }

  private mutating func add(_ open: OpenDays, _ bound: WorkBound, to number: Int, times: Int) {
    let base = number * days
    for tile in 0..<tiles {
      for day in 0..<days where open.isTileOpen[tile][day] { ofTile[(base + day) * tiles + tile] &+= Int32(times) }
    }
    for day in 0..<days { ofDay[base + day] &+= Int32(times * open.tilesOfDay[day]) }
    let span = number * spans
    var sum = 0
    for week in weeks.indices {
      var (openDays, openTiles) = (0, 0)
      for day in weeks[week] {
        openDays += open.isOpen[day] ? 1 : 0
        openTiles += open.tilesOfDay[day]
      }
      let most = min(bound.mostInWeek(week, open: openDays), openTiles)
      ofSpan[span + week] += times * most
      sum += most
    }
    ofSpan[span + weeks.count] += times * bound.mostInPeriod(weeks: sum, isOpen: open.isOpen)
    for tile in 0..<tiles {
      let most = bound.mostInPeriod(tile: tile, isOpen: open.isTileOpen[tile])
      ofSpan[span + weeks.count + 1 + tile] += times * most
    }
  }

  private mutating func findFewest(_ number: Int) {
    for day in 0..<days {
      for tile in 0..<tiles {
        let slot = number * tiles + tile
        fewestOfTile[slot] = min(fewestOfTile[slot], ofTile[(number * days + day) * tiles + tile])
      }
      fewestOfDay[number] = min(fewestOfDay[number], ofDay[number * days + day])
    }
  }
}

/// When a unit could work, day by day; its storage is used again for the next unit.
private struct OpenDays {
  /// By tile and day whether some shift that covers the tile is open.
  private(set) var isTileOpen: [[Bool]]
  /// By day whether some shift is open.
  private(set) var isOpen: [Bool]
  /// The most tiles of each day.
  private(set) var tilesOfDay: [Int]

  private let frame: RosterFrame

  init(_ frame: RosterFrame) {
    self.frame = frame
    isOpen = [Bool](repeating: false, count: frame.days)
    isTileOpen = [[Bool]](repeating: isOpen, count: frame.tiles)
    tilesOfDay = [Int](repeating: 0, count: frame.days)
  }

  /// Turns to a unit; `nil` for one that is never away.
  mutating func load(_ bound: WorkBound, _ grid: CoverageGrid, unit: Int?) {
    for tile in 0..<frame.tiles {
      let isCovered = bound.coveredTiles.contains(tile)
      for day in 0..<frame.days { isTileOpen[tile][day] = isCovered }
    }
    for day in 0..<frame.days { set(day, bound.mostTilesADay) }
    guard let unit else { return }
    for day in 0..<frame.days where !grid.absences.isPresentAllDay(unit, day) {
      for tile in 0..<frame.tiles { isTileOpen[tile][day] = false }
      set(day, 0)
      if grid.absences.isAwayAllDay(unit, day) { continue }
      let shifts = bound.shifts.filter { !grid.absences.isAbsent(unit, day, shift: $0, clock: frame.clock) }
      set(day, bound.mostTiles(of: shifts))
      for shift in shifts { for tile in frame.clock.tilesOfShift[shift] { isTileOpen[Int(tile)][day] = true } }
    }
  }

  private mutating func set(_ day: Int, _ tiles: Int) {
    tilesOfDay[day] = tiles
    isOpen[day] = tiles > 0
  }
}
