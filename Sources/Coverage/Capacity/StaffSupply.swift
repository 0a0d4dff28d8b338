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
    let bounds = frame.limits.map { WorkBound($0, rules, frame) }
    let unbound = WorkBound(nil, rules, frame)
    for number in 0..<classes.count {
      let regime = frame.roster.units[classes.example(number)].regime
      let bound = regime.isKnown ? bounds[regime.index] : unbound
      var present = 0
      for unit in classes.units[number].map(Int.init) {
        if grid.absences.isNeverAway(unit) {
          present += 1
        } else {
          add(Openness(bound, grid, unit: unit), bound, to: number, times: 1)
        }
      }
      if present > 0 { add(Openness(bound, grid, unit: nil), bound, to: number, times: present) }
    }
  }

  private mutating func add(_ open: Openness, _ bound: WorkBound, to number: Int, times: Int) {
    for slot in 0..<days * tiles where open.tiles[slot] { ofTile[number * days * tiles + slot] += Int32(times) }
    for day in 0..<days { ofDay[number * days + day] += Int32(times * open.tilesOfDay[day]) }
    let isOpen = open.tilesOfDay.map { $0 > 0 }
    let base = number * spans
    let most = weeks.map { week in
      min(
        bound.mostInWeek(week, open: week.count(where: { isOpen[$0] })), week.reduce(0) { $0 + open.tilesOfDay[$1] })
    }
    for (week, tiles) in most.enumerated() { ofSpan[base + week] += times * tiles }
    ofSpan[base + weeks.count] += times * bound.mostInPeriod(weeks: most, isOpen: isOpen)
    for tile in 0..<tiles {
      let isOpen = (0..<days).map { open.tiles[$0 * tiles + tile] }
      ofSpan[base + weeks.count + 1 + tile] += times * bound.mostInPeriod(tile: tile, isOpen: isOpen)
    }
  }
}

/// When a unit could work, day by day.
private struct Openness {
  /// By day and tile whether some shift that covers the tile is open.
  var tiles: [Bool]
  /// The most tiles of each day.
  var tilesOfDay: [Int]

  /// - Parameter unit: whose absences are looked at; `nil` for a unit that is never away.
  init(_ bound: WorkBound, _ grid: CoverageGrid, unit: Int?) {
    let frame = grid.frame
    tiles = [Bool](repeating: false, count: frame.days * frame.tiles)
    tilesOfDay = [Int](repeating: 0, count: frame.days)
    for day in 0..<frame.days {
      if let unit, !grid.absences.isPresentAllDay(unit, day) {
        if grid.absences.isAwayAllDay(unit, day) { continue }
        let shifts = bound.shifts.filter { !grid.absences.isAbsent(unit, day, shift: $0, clock: frame.clock) }
        tilesOfDay[day] = bound.mostTiles(of: shifts)
        for shift in shifts {
          for tile in frame.clock.tilesOfShift[shift] { tiles[day * frame.tiles + Int(tile)] = true }
        }
      } else {
        tilesOfDay[day] = bound.mostTilesADay
        for tile in bound.coveredTiles { tiles[day * frame.tiles + tile] = true }
      }
    }
  }
}
