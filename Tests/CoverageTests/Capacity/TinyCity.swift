import RosterModel

@testable import Coverage

/// Rosters so small that every posting of every unit can be tried.
struct TinyCity {
  /// What a unit does in the whole period: its postings, and how often it counts in each square.
  struct Schedule {
    var postings: [Assignment]
    var counts: [UInt8]
  }

  let city: CityFixture
  let frame: RosterFrame
  /// Every square with its line.
  let squares: [Square]
  /// For each unit every schedule that breaks no rule that is an error.
  let schedules: [[Schedule]]

  init(_ random: inout SeededRandom) {
    var city = Self.make(&random)
    city.roster.assignments = []
    let frame = RosterFrame(city.roster)
    let squares = frame.plan.row.indices.compactMap { frame.plan.square($0) }
    self.city = city
    self.frame = frame
    self.squares = squares
    schedules = city.roster.units.indices.map { Self.schedules(of: $0, city, frame, squares) }
  }

  private static func make(_ random: inout SeededRandom) -> CityFixture {
    let days = Int.random(in: 1...3, using: &random)
    // Thursday to Saturday, so that a week and a weekend are cut.
    var city = CityFixture(firstDay: "2026-12-0\(Int.random(in: 3...6, using: &random))", days: days)
    city.roster.beats.removeLast(2)
    city.roster.beats[0].forces = random.pick([.all, ForceSet([.police]), ForceSet([.police, .guard])])
    city.roster.beats[1].needs = random.pick([[], ["dog"]])
    if Bool.random(using: &random) { city.roster.beats[1].place = .department(DepartmentReference(1)) }
    city.roster.settings.escorts = []
    city.regime { regime in
      regime.shifts = random.pick([[CityFixture.a, CityFixture.c], [CityFixture.a, CityFixture.b, CityFixture.c]])
      regime.restMinutes = random.pick([nil, 0, 480, 720, 1500])
      regime.maxConsecutiveDays = random.pick([nil, 1, 2])
      regime.minConsecutiveDaysOff = random.pick([nil, 2])
      regime.maxConsecutiveNights = random.pick([nil, 0, 1])
      regime.maxMinutesPerWeek = random.pick([nil, 480, 960])
      regime.maxMinutes = random.pick([nil, 28 * 480, 28 * 200])
      regime.maxWeekends = random.pick([nil, 0, 28])
      regime.maxShifts = random.pick([[], [Regime.ShiftLimit(shift: CityFixture.c, most: 14)]])
    }
    if Int.random(in: 0..<6, using: &random) == 0 {
      let change = Int(city.day(1).number) * 1440 + 60
      city.roster.settings.zone = ZoneOffsets(initialOffset: 0, transitions: [.init(at: change, offset: 60)])
    }
    for name in ["rest-too-short", "unit-twice-in-a-day", "posted-beyond-reach", "over-hours"]
    where Int.random(in: 0..<5, using: &random) == 0 {
      city.rule(name, random.pick([.warning, .off]))
    }
    let homes: [Place] = [.city, .district(DistrictReference(0)), .department(DepartmentReference(0))]
    for number in 0..<(days == 3 ? 2 : 3) {
      let unit = city.unit(
        "u\(number)", random.pick([.police, .police, .guard]), home: random.pick(homes),
        reach: random.pick(Reach.allCases), regime: random.pick([0, 0, 0, 1]),
        skills: random.pick([[], ["dog"]]))
      if Int.random(in: 0..<3, using: &random) == 0 {
        city.absent(
          unit, days: random.pick(["sat", "thu fri", "daily"]), shift: random.pick([nil, CityFixture.a, CityFixture.c]))
      }
    }
    let places = homes + [.beat(BeatReference(0)), .beat(BeatReference(1))]
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      city.demand(
        random.pick(places), perBeat: Bool.random(using: &random), days: random.pick(["daily", "sat sun"]),
        shift: random.pick([nil, CityFixture.a, CityFixture.c]), force: random.pick([nil, nil, .police, .guard]),
        skill: random.pick(["", "", "dog"]), minimum: random.pick([1, 1, 2]))
    }
    return city
  }

  private static func schedules(
    of unit: Int, _ city: CityFixture, _ frame: RosterFrame, _ squares: [Square]
  ) -> [Schedule] {
    let isTwiceAllowed = frame.policy.severity(of: UnitTwiceInADay.info) != .error
    var partial: [[Assignment]] = [[]]
    for offset in 0..<frame.days {
      let single = (0..<4).flatMap { shift in
        city.roster.beats.indices.map { beat in
          Assignment(
            day: city.day(offset), shift: ShiftReference(shift), beat: BeatReference(beat), unit: UnitReference(unit))
        }
      }.filter { isLegal([$0], city, frame) }
      var options = [[]] + single.map { [$0] }
      if isTwiceAllowed {
        for (position, first) in single.enumerated() {
          options += single[(position + 1)...].map { [first, $0] }.filter { isLegal($0, city, frame) }
        }
      }
      partial = partial.flatMap { before in options.map { before + $0 } }
    }
    return partial.filter { isLegal($0, city, frame) }.map { postings in
      let counts = squares.map { square in
        UInt8(postings.count { RandomCity.matches($0, frame.plan.lines[square.line], square, city.roster) })
      }
      return Schedule(postings: postings, counts: counts)
    }
  }

  private static func isLegal(_ postings: [Assignment], _ city: CityFixture, _ frame: RosterFrame) -> Bool {
    if postings.isEmpty { return true }
    var roster = city.roster
    roster.assignments = postings
    var options = ValidationOptions()
    options.select = ["MIX", "RST", "DUP", "ABS", "RCH"]
    return !Validator.validate(CoverageGrid(roster, frame: frame), options: options).findings.contains {
      $0.severity == .error
    }
  }

  /// Whether some schedules of all units fill every one of these squares to its minimum.
  func canFill(_ chosen: [Int]) -> Bool {
    let needed = chosen.map { UInt8(squares[$0].minimum) }
    var reached: Set<[UInt8]> = [[UInt8](repeating: 0, count: chosen.count)]
    for own in schedules {
      let counts = Set(own.map { schedule in chosen.map { schedule.counts[$0] } })
      reached = Set(
        reached.flatMap { before in
          counts.map { more in needed.indices.map { min(needed[$0], before[$0] + more[$0]) } }
        })
    }
    return reached.contains(needed)
  }
}
