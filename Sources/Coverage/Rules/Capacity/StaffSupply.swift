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
        if !grid.manoeuvres.of(UnitReference(unit)).isEmpty {
          // Who left early may work more than a bound that counts whole shifts: only its days bind it.
          calendar.load(unbound, grid, unit: unit)
          add(calendar, unbound, to: number, times: 1)
        } else if grid.absences.isNeverAway(unit) {
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

/// Units that are alike in all that says where they may stand, when they may work, and which demand counts them.
struct StaffClasses {
  private struct Key: Hashable {
    var force: Force
    var home: Place
    var reach: Reach
    var regime: RegimeReference
    /// The first 64 skills as bits, and the others.
    var skills: UInt64 = 0
    var more: [Int32] = []
  }

  /// The units of each class, ascending.
  let units: NumberLists

  /// The classes of a roster's units; O(units).
  init(_ frame: RosterFrame) {
    var numbers: [Key: Int32] = [:]
    let classOfUnit = frame.roster.units.indices.map { number in
      let unit = frame.roster.units[number]
      var key = Key(force: unit.force, home: unit.home, reach: unit.reach, regime: unit.regime)
      for skill in frame.skills.numbers(ofUnit: number) {
        if skill < 64 { key.skills |= 1 << UInt64(skill) } else { key.more.append(skill) }
      }
      key.more.sort()
      let known = numbers[key] ?? Int32(numbers.count)
      numbers[key] = known
      return known
    }
    units = NumberLists(positionsOf: classOfUnit, count: numbers.count)
  }

  /// How many classes there are.
  var count: Int { units.count }

  /// A unit that stands for its class.
  func example(_ number: Int) -> Int { Int(units.values[units.range(number).lowerBound]) }
}

/// A sort of unit that demand asks for: of some forces, with a skill, or any.
struct StaffKind: Hashable {
  /// The forces; all of them for any.
  var forces: ForceSet
  /// The skill or mode; empty for any.
  var skill: String

  /// The one force; `nil` where there are several.
  var force: Force? { forces.forces.count == 1 ? forces.forces[0] : nil }

  /// The forces in words; empty for any.
  var words: String { forces == .all ? "" : forces.forces.map(\.rawValue).joined(separator: " or ") }
}

/// The sorts of units that the demand asks for, and wider ones, the narrower first.
///
/// What is asked of a sort is asked of every wider one too. Sorts of one skill and different forces have no unit in
/// common, so their needs add up; sorts of different skills may share units, so the larger need holds. Where units of a
/// force may stand only beside an escort, demand that they may meet asks for units of the other forces too, fewer of
/// them: one for each escort and those beside it.
struct StaffKinds {
  /// What a line asks of a sort.
  struct Ask: Hashable {
    /// The position of the sort.
    var kind: Int
    /// How many units that count in the line one unit of the sort allows, itself included where it counts.
    var unitsEach: Int
  }

  let kinds: [StaffKind]
  /// For each line of the demand what it asks of which sorts.
  let ofLine: [[Ask]]
  /// For each sort of several forces the sets of sorts of the same skill that have its forces between them.
  let parts: [[[Int]]]
  /// For each sort of any skill those of the same forces and one skill.
  let narrower: [[Int]]

  /// The sorts of a roster's demand.
  ///
  /// - Parameter rules: where beats bind by their forces, who is asked for on a beat of some forces is of these.
  init(_ frame: RosterFrame, _ rules: BindingRules) {
    let asked = frame.plan.lines.map { StaffKind(forces: Self.forces(of: $0, frame, rules), skill: $0.skill) }
    let escorts = rules.escorts(of: frame.roster)
    let sets = escorts.map(\.others)
    var all: Set<StaffKind> = []
    for (kind, line) in zip(asked, frame.plan.lines) {
      for forces in Set([kind.forces, line.force.map { ForceSet([$0]) } ?? .all, .all]) {
        all.insert(StaffKind(forces: forces, skill: kind.skill))
        all.insert(StaffKind(forces: forces, skill: ""))
      }
    }
    for forces in sets { all.insert(StaffKind(forces: forces, skill: "")) }
    let kinds = all.sorted { Self.rank($0) < Self.rank($1) }
    self.kinds = kinds
    ofLine = zip(asked, frame.plan.lines).map { kind, line in
      kinds.indices.compactMap { number in
        let (forces, skill) = (kinds[number].forces, kinds[number].skill)
        if kind.forces.isSubset(of: forces), skill.isEmpty || skill == line.skill {
          return Ask(kind: number, unitsEach: 1)
        }
        guard skill.isEmpty, let escort = escorts.first(where: { $0.others == forces }) else { return nil }
        // Those of other forces who count here are escorts too, as far as they may be.
        let alone = kind.forces == ForceSet([escort.force])
        return Ask(kind: number, unitsEach: alone ? escort.atMost : escort.atMost + 1)
      }
    }
    parts = kinds.map { kind in
      guard kind.forces.forces.count > 1 else { return [] }
      let own = kinds.indices.filter { kinds[$0].skill == kind.skill && kinds[$0] != kind }
      let single = own.filter { kinds[$0].force.map { kind.forces.contains($0) } ?? false }
      let split = own.filter { kinds[$0].force == nil && kinds[$0].forces.isSubset(of: kind.forces) }.map { wide in
        [wide] + single.filter { kinds[$0].force.map { !kinds[wide].forces.contains($0) } ?? false }
      }
      return (single.isEmpty ? [] : [single]) + split
    }
    narrower = kinds.map { kind in
      kind.skill.isEmpty ? kinds.indices.filter { !kinds[$0].skill.isEmpty && kinds[$0].forces == kind.forces } : []
    }
  }

  /// The forces that a line can be met by.
  private static func forces(of line: DemandLine, _ frame: RosterFrame, _ rules: BindingRules) -> ForceSet {
    if let force = line.force { return ForceSet([force]) }
    guard rules.beats.contains(where: { $0 == ForceNotAllowedOnBeat.self }), let beat = line.beat, beat.isKnown
    else { return .all }
    let forces = frame.roster.beats[beat.index].forces
    return forces.forces.isEmpty ? .all : forces
  }

  private static func rank(_ kind: StaffKind) -> (Int, Int, String) {
    (kind.forces.forces.count * 2 + (kind.skill.isEmpty ? 1 : 0), Int(kind.forces.rawValue), kind.skill)
  }
}

/// A force whose units may stand only beside an escort, in every plan.
struct BindingEscort: Hashable {
  /// The escorted force.
  var force: Force
  /// How many of its units there may be for each escort.
  var atMost: Int

  /// The forces that may stand without it; those that escort are among them.
  var others: ForceSet { ForceSet(Force.allCases.filter { $0 != force }) }
}

extension BindingRules {
  /// The escort rules of a roster that bind every plan, one a force: the one that allows least.
  func escorts(of roster: Roster) -> [BindingEscort] {
    guard escortPresent else { return [] }
    let escorts = roster.settings.escorts.filter { !$0.by.contains($0.force) }.map {
      BindingEscort(force: $0.force, atMost: escortShare ? min(max(0, $0.atMost), 1000) : 1000)
    }
    // Where there is none of them they help nobody, and need not be told of.
    let present = Set(roster.units.map(\.force))
    return Force.allCases.filter(present.contains).compactMap { force in
      escorts.filter { $0.force == force && $0.atMost > 0 }.min { $0.atMost < $1.atMost }
    }
  }
}

extension ForceSet {
  func isSubset(of other: ForceSet) -> Bool { rawValue & ~other.rawValue == 0 }
}
