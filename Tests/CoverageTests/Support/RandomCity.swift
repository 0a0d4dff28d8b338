import RosterModel

@testable import Coverage

/// Random rosters, good and bad, for property tests; and the counting rule written down a second time, simply.
enum RandomCity {
  static func make(_ random: inout SeededRandom) -> CityFixture {
    var city = CityFixture()
    let stray = city.roster.stray("ghost")
    let places: [Place] = [
      .city, .district(DistrictReference(0)), .department(DepartmentReference(0)), .department(DepartmentReference(1)),
      .beat(BeatReference(0)), .beat(BeatReference(1)), .unknown(Int32(stray)),
    ]
    city.regime { regime in
      regime.restMinutes = 720
      regime.weeklyRestMinutes = 42 * 60
      regime.maxConsecutiveDays = 4
      regime.maxConsecutiveNights = 2
      regime.minConsecutiveDaysOff = 2
      regime.maxMinutesPerWeek = 40 * 60
      regime.minMinutes = 80 * 60
      regime.maxMinutes = 150 * 60
      regime.maxWeekends = 3
      regime.maxShifts = [Regime.ShiftLimit(shift: CityFixture.c, most: 8)]
    }
    for number in 0..<8 {
      city.unit(
        "u\(number)", random.pick(Force.allCases),
        home: places[Int.random(in: 0..<4, using: &random)],
        reach: random.pick(Reach.allCases), regime: Int.random(in: 0..<2, using: &random),
        skills: Bool.random(using: &random) ? ["dog"] : [])
    }
    city.roster.beats[0].needs = ["dog"]
    city.roster.beats[1].forces = ForceSet([.police, .guard])
    for _ in 0..<10 {
      city.demand(
        random.pick(places), perBeat: Bool.random(using: &random),
        kind: Bool.random(using: &random) ? nil : .post,
        days: random.pick(["daily", "mon-fri", "2026-12-02", "2026-12-01..2026-12-03"]),
        shift: random.pick([nil, CityFixture.a, CityFixture.d]),
        force: random.pick([nil, .police, .volunteer]),
        skill: random.pick(["", "", "dog"]), minimum: Int.random(in: 0..<3, using: &random))
    }
    for _ in 0..<60 { city.roster.assignments.append(assignment(city, &random)) }
    for _ in 0..<4 { city.roster.absences.append(absence(city, &random)) }
    return city
  }

  /// Gives rules other severities for some force, district and days, and the city a second district.
  static func varySeverities(of city: inout CityFixture, _ random: inout SeededRandom) {
    city.roster.districts.append(District(id: "chilonzor", name: "Chilonzor", line: 3))
    city.roster.beats[1].place = .district(DistrictReference(1))
    // Hours are under their minimum in a roster of no postings already.
    for rule in RuleCatalogue.all where ["MIX", "RST", "DUP", "RCH"].contains(rule.family) && rule.id != "RST008" {
      // Of two postings in one shift either may be the second, so their districts decide nothing.
      let districts = rule.family == "DUP" ? [nil] : [nil, nil, "yunusobod", "chilonzor"]
      let overrides = (0..<2).map { _ in
        RuleOverride(
          force: random.pick([nil, .police, .guard, .volunteer]),
          district: random.pick(districts),
          days: random.pick([nil, CityFixture.pattern("2026-12-01..2026-12-03")]),
          severity: random.pick([.error, .warning, .off]))
      }
      city.roster.settings.rules[rule.name] = RuleSetting(overrides: overrides)
    }
  }

  static func assignment(_ city: CityFixture, _ random: inout SeededRandom) -> Assignment {
    func isStray() -> Bool { Int.random(in: 0..<25, using: &random) == 0 }
    return Assignment(
      day: city.day(Int.random(in: -7...8, using: &random)),
      shift: isStray() ? ShiftReference(stray: 0) : ShiftReference(Int.random(in: 0..<5, using: &random)),
      beat: isStray() ? BeatReference(stray: 0) : BeatReference(Int.random(in: 0..<4, using: &random)),
      unit: isStray() ? UnitReference(stray: 0) : UnitReference(Int.random(in: 0..<8, using: &random)),
      line: Int32.random(in: 2..<1000, using: &random))
  }

  static func absence(_ city: CityFixture, _ random: inout SeededRandom) -> Absence {
    Absence(
      unit: UnitReference(Int.random(in: 0..<8, using: &random)),
      days: CityFixture.pattern(random.pick(["2026-12-01", "sat sun", "2026-12-03..2026-12-20"])),
      shift: random.pick([nil, CityFixture.b]), reason: .leave)
  }

  /// An edit of the roster as it stands, sometimes one that changes nothing.
  static func edit(_ city: CityFixture, _ random: inout SeededRandom) -> Edit {
    switch Int.random(in: 0..<6, using: &random) {
    case 0, 1: .add(assignment(city, &random))
    case 2: .remove(city.roster.assignments.randomElement(using: &random) ?? assignment(city, &random))
    case 3:
      city.roster.assignments.randomElement(using: &random).map { old in
        .replace(old, with: assignment(city, &random))
      } ?? .add(assignment(city, &random))
    case 4: .addAbsence(absence(city, &random))
    default:
      city.roster.absences.randomElement(using: &random).map { .removeAbsence($0) }
        ?? .addAbsence(absence(city, &random))
    }
  }

  /// Whether an assignment counts in a square.
  static func matches(_ assignment: Assignment, _ line: DemandLine, _ square: Square, _ roster: Roster) -> Bool {
    guard assignment.unit.isKnown, assignment.beat.isKnown, assignment.shift.isKnown, assignment.day == square.day
    else { return false }
    let tiles = roster.settings.shifts.tileNumbers
    let unit = roster.units[assignment.unit.index]
    let own = Set(tiles[assignment.shift.index])
    let isAbsent = roster.absences.contains { absence in
      absence.unit == assignment.unit && absence.days.contains(assignment.day)
        && (absence.shift.map { !own.isDisjoint(with: tiles[$0.index]) } ?? true)
    }
    return !isAbsent && own.contains(square.tile) && roster.contains(line.place, .beat(assignment.beat))
      && (line.kind == nil || line.kind == roster.beats[assignment.beat.index].kind)
      && (line.force == nil || line.force == unit.force) && (line.skill.isEmpty || unit.has(line.skill))
  }
}
