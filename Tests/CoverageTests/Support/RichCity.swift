import RosterModel

@testable import Coverage

/// Random rosters rich in what makes verdicts differ: escorts, waivers, severities by district, force and days, duties that
/// reach into the next duty day, 24-hour crews, absences, locks and published days.
enum RichCity {
  static func make(_ random: inout SeededRandom) -> CityFixture {
    var city = CityFixture()
    // A night duty of fourteen hours, from 22:00 into the morning tile of the next duty day.
    city.roster.settings.shifts = ShiftPlan(
      CityFixture.shifts + [
        Shift(
          id: "L", name: "Long night", start: ClockTime(minutes: 1320), minutes: 840, isNight: true,
          covers: [CityFixture.c])
      ])
    let long = ShiftReference(5)
    city.regime { regime in
      regime.restMinutes = random.pick([nil, 480, 720])
      regime.maxConsecutiveDays = random.pick([nil, 3])
      regime.maxMinutesPerWeek = random.pick([nil, 32 * 60])
      regime.minConsecutiveDaysOff = random.pick([nil, 2])
    }
    city.roster.settings.regimes[1].shifts.append(long)
    city.roster.settings.regimes.append(Regime(name: "24-72", shifts: [CityFixture.d]))
    city.roster.settings.regimes[2].restMinutes = random.pick([nil, 72 * 60])
    city.roster.districts.append(District(id: "chilonzor", name: "Chilonzor", line: 3))
    city.roster.beats[2].place = .district(DistrictReference(1))
    city.roster.settings.escorts = [
      EscortRule(force: .volunteer, by: ForceSet([.police, .guard]), atMost: Int.random(in: 1...2, using: &random))
    ]
    city.roster.beats[0].needs = Bool.random(using: &random) ? ["dog"] : []
    city.roster.beats[1].forces = ForceSet([.police, .volunteer])
    let homes: [Place] = [.city, .district(DistrictReference(0)), .department(DepartmentReference(0))]
    for number in 0..<9 {
      city.unit(
        "u\(number)", random.pick([.police, .guard, .volunteer, .volunteer]), home: random.pick(homes),
        reach: random.pick(Reach.allCases), regime: Int.random(in: 0..<3, using: &random),
        skills: Bool.random(using: &random) ? ["dog"] : [])
    }
    let places: [Place] = [
      .district(DistrictReference(0)), .department(DepartmentReference(0)), .beat(BeatReference(0)),
      .beat(BeatReference(1)), .beat(BeatReference(2)), .beat(BeatReference(3)),
    ]
    for _ in 0..<9 {
      city.demand(
        random.pick(places), shift: random.pick([nil, CityFixture.a, CityFixture.b, CityFixture.c]),
        force: random.pick([nil, nil, .police, .volunteer]), skill: random.pick(["", "", "dog"]),
        minimum: Int.random(in: 1..<4, using: &random))
    }
    for _ in 0..<Int.random(in: 8..<40, using: &random) {
      var posting = posting(city, &random)
      posting.isLocked = Int.random(in: 0..<6, using: &random) == 0
      if !city.roster.assignments.contains(where: posting.isSamePosting) { city.roster.assignments.append(posting) }
    }
    for _ in 0..<3 { city.roster.absences.append(RandomCity.absence(city, &random)) }
    if Bool.random(using: &random) {
      city.roster.publications = [
        Publication(
          district: DistrictReference(0), day: city.day(Int.random(in: 0..<7, using: &random)), at: "", by: "")
      ]
    }
    if Bool.random(using: &random) { varySeverities(of: &city, &random) }
    waive(in: &city, &random)
    return city
  }

  static func posting(_ city: CityFixture, _ random: inout SeededRandom) -> Assignment {
    Assignment(
      day: city.day(Int.random(in: -1..<7, using: &random)),
      shift: ShiftReference(Int.random(in: 0..<6, using: &random)),
      beat: BeatReference(Int.random(in: 0..<4, using: &random)),
      unit: UnitReference(Int.random(in: 0..<9, using: &random)), line: Int32.random(in: 2..<1000, using: &random))
  }

  private static let families: Set<String> = ["MIX", "RST", "DUP", "RCH", "ABS"]

  private static func varySeverities(of city: inout CityFixture, _ random: inout SeededRandom) {
    for rule in RuleCatalogue.all where families.contains(rule.family) && Int.random(in: 0..<3, using: &random) == 0 {
      let overrides = (0..<2).map { _ in
        RuleOverride(
          force: random.pick([nil, .police, .volunteer]), district: random.pick([nil, "yunusobod", "chilonzor"]),
          days: random.pick([nil, CityFixture.pattern("2026-12-01..2026-12-03")]),
          severity: random.pick([.error, .warning, .off]))
      }
      city.roster.settings.rules[rule.name] = RuleSetting(overrides: overrides)
    }
  }

  /// Accepts some of what is broken, and some of what would be by one more posting.
  private static func waive(in city: inout CityFixture, _ random: inout SeededRandom) {
    var found = Validator.findings(in: city.roster)
    for _ in 0..<12 {
      found += city.grid.findings(madeBy: EditStep(name: "", edits: [.add(posting(city, &random))]))
    }
    for finding in found.filter({ families.contains($0.rule.family) }).shuffled(using: &random).prefix(3) {
      city.roster.waivers.append(
        Waiver(
          rule: finding.rule.id, subject: finding.subject.description, firstDay: city.day(0), lastDay: city.day(6),
          reason: "agreed", by: "chief"))
    }
  }
}
