import RosterModel

/// Makes the demand table that a planted city meets exactly.
struct DemandDeriver {
  private let city: City
  private let firstDay: Day
  private let plan = StandardShift.plan
  private var queries: [DemandQuery] = []
  private var queriesOfBeats: [[Int]]
  /// The queries of beats that share a row for each beat of a department and kind.
  private var families: [[Int]] = []

  /// What is asked of this city.
  init(_ city: City, firstDay: Day) {
    self.city = city
    self.firstDay = firstDay
    queriesOfBeats = [[Int]](repeating: [], count: city.beats.count)
    addBeats()
    addDepartments()
    addDistricts()
    addCity()
  }

  /// The rows that the planted assignments meet.
  func rows(units: [PlantedUnit], assignments: [Assignment], horizon: Horizon) -> [DemandRow] {
    let tally = DemandTally(
      queries, ofBeats: queriesOfBeats, beats: city.beats, units: units, assignments: assignments,
      horizon: horizon, plan: plan)
    var inherited = [[Int]](repeating: [Int](repeating: 0, count: plan.tileCount), count: queries.count)
    var rows: [DemandRow] = []
    for family in families {
      for tile in 0..<plan.tileCount {
        let usual = family.map { DaySeries(firstDay: firstDay, values: tally.series($0, tile: tile)).onWeekdays }
        let value = DaySeries.mostCommon(usual)
        guard value > 0, let first = family.first else { continue }
        rows.append(
          row(queries[first], departmentOfBeat(first), tile: tile, days: .daily, target: value, perBeat: true))
        for query in family { inherited[query][tile] = value }
      }
    }
    for query in queries.indices {
      let tiles = (0..<plan.tileCount).map { tile in
        var series = DaySeries(firstDay: firstDay, values: tally.series(query, tile: tile))
        if case .fewest(let percent) = queries[query].manner { series = series.fewest(percent: percent) }
        return series.rows(inherited: inherited[query][tile])
      }
      // Rows that are the same in every tile, as those of 24-hour duties are, need not name one.
      let isOneForAll = tiles.allSatisfy { $0 == tiles[0] }
      for (tile, ofTile) in tiles.enumerated() where tile == 0 || !isOneForAll {
        rows += ofTile.map {
          row(
            queries[query], queries[query].place, tile: isOneForAll ? nil : tile, days: $0.days, target: $0.value)
        }
      }
    }
    return rows
  }

  private func row(
    _ query: DemandQuery, _ place: Place, tile: Int?, days: DayPattern, target: Int, perBeat: Bool = false
  ) -> DemandRow {
    let level = query.level(target)
    return DemandRow(
      place: place, isPerBeat: perBeat, kind: query.kind, days: days, shift: tile.map { plan.tiles[$0] },
      force: query.force,
      skill: query.skill, minimum: level.minimum, target: level.target, maximum: level.maximum)
  }

  private func departmentOfBeat(_ query: Int) -> Place {
    guard case .beat(let beat) = queries[query].place else { return queries[query].place }
    return city.beats[beat.index].place
  }
}

extension DemandDeriver {
  /// Posts by their police, routes by any force, both against a row of their department; the districts' own by name.
  private mutating func addBeats() {
    for department in city.departments.indices {
      let place = Place.department(DepartmentReference(department))
      for kind in [BeatKind.post, .route] {
        let beats = city.beats.indices.filter { city.beats[$0].place == place && city.beats[$0].kind == kind }
        families.append(
          beats.map { beat in
            add(
              DemandQuery(
                place: .beat(BeatReference(beat)), kind: kind, force: kind == .post ? .police : nil,
                level: DemandLevel.ofBeat))
          })
      }
    }
    for beat in city.beats.indices {
      guard case .district = city.beats[beat].place else { continue }
      add(DemandQuery(place: .beat(BeatReference(beat)), level: DemandLevel.ofBeat))
    }
  }

  /// Volunteers on the posts, a women's-issues inspector by day, and police enough on all beats together.
  private mutating func addDepartments() {
    for department in city.departments.indices {
      let place = Place.department(DepartmentReference(department))
      add(DemandQuery(place: place, kind: .post, force: .volunteer, level: DemandLevel.atLeast(percent: 50)))
      add(DemandQuery(place: place, force: .police, skill: "women", level: DemandLevel.atLeast(percent: 100)))
      add(
        DemandQuery(
          place: place, force: .police, manner: .fewest(percent: 100), level: DemandLevel.atLeast(percent: 85)))
    }
  }

  /// The National Guard on the posts of each district, and first aid somewhere near.
  private mutating func addDistricts() {
    for district in city.districts.indices {
      let place = Place.district(DistrictReference(district))
      add(DemandQuery(place: place, kind: .post, force: .guard, level: DemandLevel.atLeast(percent: 75)))
      add(
        DemandQuery(
          place: place, skill: "first-aid", manner: .fewest(percent: 70), level: DemandLevel.atLeast(percent: 60)))
    }
  }

  /// The dog patrols of the city, and the National Guard as a whole.
  private mutating func addCity() {
    add(DemandQuery(place: .city, force: .guard, skill: "canine", level: DemandLevel.atLeast(percent: 50)))
    add(
      DemandQuery(
        place: .city, force: .guard, manner: .fewest(percent: 100), level: DemandLevel.atLeast(percent: 80)))
  }

  @discardableResult
  private mutating func add(_ query: DemandQuery) -> Int {
    queries.append(query)
    let number = queries.count - 1
    if case .beat(let beat) = query.place {
      queriesOfBeats[beat.index].append(number)
    } else {
      for beat in city.beats.indices where covers(query.place, beat) { queriesOfBeats[beat].append(number) }
    }
    return number
  }

  private func covers(_ place: Place, _ beat: Int) -> Bool {
    switch place {
    case .city: true
    case .department: city.beats[beat].place == place
    case .district(let district): city.district(ofBeat: beat) == district
    case .beat, .unknown: false
    }
  }
}

/// What a family of demand rows counts, and how their numbers follow from the units counted in the plant.
struct DemandQuery {
  /// How rows follow from the units planted day by day.
  enum Manner {
    /// Every day wants what was planted on it.
    case everyDay
    /// Weekdays and weekends want a share, in per cent, of the fewest planted on any of them.
    case fewest(percent: Int)
  }

  var place: Place
  var kind: BeatKind?
  var force: Force?
  var skill = ""
  var manner = Manner.everyDay
  /// How the three numbers of a row follow from its target.
  var level: @Sendable (Int) -> DemandLevel

  /// Whether a unit on a beat of this kind counts.
  func matches(_ unit: Unit, kind: BeatKind) -> Bool {
    if let force, unit.force != force { return false }
    if let wanted = self.kind, kind != wanted { return false }
    return skill.isEmpty || unit.has(skill)
  }
}

/// The three numbers of a demand row.
struct DemandLevel {
  var minimum: Int
  var target: Int
  var maximum: Int?

  /// A beat: one unit may be missing where two are wanted, and one more is welcome.
  @Sendable static func ofBeat(_ target: Int) -> DemandLevel {
    DemandLevel(minimum: target > 1 ? target - 1 : target, target: target, maximum: target > 0 ? target + 1 : 0)
  }

  /// A wider place: at least a share of the target, in per cent, with no upper limit.
  static func atLeast(percent: Int) -> @Sendable (Int) -> DemandLevel {
    { target in DemandLevel(minimum: target * percent / 100, target: target, maximum: nil) }
  }
}

/// How many planted units each query counts in each tile of each day of the period.
struct DemandTally {
  private let days: Int
  private let tiles: Int
  private var counts: [Int32]

  /// Counts the postings of the period.
  ///
  /// O(assignments × queries of a beat).
  init(
    _ queries: [DemandQuery], ofBeats: [[Int]], beats: [Beat], units: [PlantedUnit], assignments: [Assignment],
    horizon: Horizon, plan: ShiftPlan
  ) {
    days = horizon.period.count
    tiles = plan.tileCount
    counts = [Int32](repeating: 0, count: queries.count * days * tiles)
    let firstDay = horizon.day(horizon.period.lowerBound)
    for assignment in assignments where assignment.day >= firstDay {
      let day = firstDay.distance(to: assignment.day)
      let beat = assignment.beat.index
      for query in ofBeats[beat]
      where queries[query].matches(units[assignment.unit.index].unit, kind: beats[beat].kind) {
        for tile in plan.tileNumbers[assignment.shift.index] { counts[(query * days + day) * tiles + tile] += 1 }
      }
    }
  }

  /// The count of each day in one tile.
  func series(_ query: Int, tile: Int) -> [Int] {
    (0..<days).map { Int(counts[(query * days + $0) * tiles + tile]) }
  }
}
