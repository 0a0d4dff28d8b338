import Coverage
import RosterModel

/// A small city for tests: one district, two departments, four beats, and units named when they are needed.
///
/// The period is the week of Monday 30 November to Sunday 6 December 2026, in UTC, with three tiles of eight hours (A, B,
/// C by night), a duty D over all of them, and an evening duty E inside B.
struct CityFixture {
  var roster: Roster

  init(firstDay: String = "2026-11-30", days: Int = 7) {
    var regime = Regime(name: "three-shift", shifts: [Self.a, Self.b, Self.c])
    regime.restMinutes = nil
    let free = Regime(name: "free", shifts: [Self.a, Self.b, Self.c, Self.d, Self.e])
    roster = Roster(
      settings: RosterSettings(
        title: "Small city", firstDay: Self.date(firstDay), days: days, shifts: ShiftPlan(Self.shifts),
        regimes: [regime, free],
        escorts: [EscortRule(force: .volunteer, by: ForceSet([.police, .guard]), atMost: 2)]))
    roster.districts = [District(id: "yunusobod", name: "Yunusobod", line: 2)]
    roster.departments = [
      Department(id: "y1", district: DistrictReference(0), name: "No. 1", line: 2),
      Department(id: "y2", district: DistrictReference(0), name: "No. 2", line: 3),
    ]
    let first = Place.department(DepartmentReference(0))
    roster.beats = [
      Beat(id: "y1-post", place: first, name: "Market", kind: .post, line: 2),
      Beat(id: "y1-route", place: first, name: "Canal", kind: .route, line: 3),
      Beat(id: "y2-post", place: .department(DepartmentReference(1)), name: "Station", kind: .post, line: 4),
      Beat(id: "car", place: .district(DistrictReference(0)), name: "Response", kind: .response, line: 5),
    ]
  }

  /// The day of a date.
  static func date(_ text: String) -> Day {
    guard let day = Day(iso: text) else { preconditionFailure("no date: \(text)") }
    return day
  }

  /// The pattern of a `days` column.
  static func pattern(_ text: String) -> DayPattern {
    guard let pattern = DayPattern(text: text) else { preconditionFailure("no days: \(text)") }
    return pattern
  }

  static let a = ShiftReference(0)
  static let b = ShiftReference(1)
  static let c = ShiftReference(2)
  static let d = ShiftReference(3)
  static let e = ShiftReference(4)
  static let shifts = [
    Shift(id: "A", name: "Day", start: ClockTime(minutes: 480), minutes: 480),
    Shift(id: "B", name: "Evening", start: ClockTime(minutes: 960), minutes: 480),
    Shift(id: "C", name: "Night", start: ClockTime(minutes: 1440), minutes: 480, isNight: true),
    Shift(
      id: "D", name: "Day and night", start: ClockTime(minutes: 480), minutes: 1440, isNight: true, covers: [a, b, c]),
    Shift(id: "E", name: "Early evening", start: ClockTime(minutes: 1080), minutes: 240, covers: [b]),
  ]

  static let y1Post = BeatReference(0)
  static let y1Route = BeatReference(1)
  static let y2Post = BeatReference(2)
  static let car = BeatReference(3)

  /// The duty day this many days after the first of the period.
  func day(_ offset: Int) -> Day { roster.settings.firstDay.advanced(by: offset) }

  /// Adds a unit of department y1 and returns its reference.
  @discardableResult
  mutating func unit(
    _ id: String, _ force: Force = .police, home: Place = .department(DepartmentReference(0)), reach: Reach = .district,
    regime: Int = 0, mode: Mode? = nil, skills: [String] = []
  ) -> UnitReference {
    roster.units.append(
      Unit(
        id: id, callsign: id, force: force, home: home, reach: reach, regime: RegimeReference(regime), mode: mode,
        skills: skills, line: Int32(roster.units.count + 2)))
    return UnitReference(roster.units.count - 1)
  }

  /// Posts a unit; rows are numbered as they are added.
  mutating func post(
    _ unit: UnitReference, _ offset: Int, _ shift: ShiftReference, _ beat: BeatReference = CityFixture.y1Post
  ) {
    roster.assignments.append(
      Assignment(
        day: day(offset), shift: shift, beat: beat, unit: unit, line: Int32(roster.assignments.count + 2)))
  }

  /// Adds a demand row; rows are numbered as they are added.
  mutating func demand(
    _ place: Place, perBeat: Bool = false, kind: BeatKind? = nil, days: String = "daily", shift: ShiftReference? = nil,
    force: Force? = nil, skill: String = "", minimum: Int, target: Int? = nil, maximum: Int? = nil
  ) {
    roster.demand.append(
      DemandRow(
        place: place, isPerBeat: perBeat, kind: kind, days: Self.pattern(days), shift: shift, force: force,
        skill: skill, minimum: minimum, target: target, maximum: maximum, line: Int32(roster.demand.count + 2)))
  }

  /// Marks a unit absent.
  mutating func absent(_ unit: UnitReference, days: String, shift: ShiftReference? = nil) {
    roster.absences.append(
      Absence(
        unit: unit, days: Self.pattern(days), shift: shift, reason: .sick,
        line: Int32(roster.absences.count + 2)))
  }

  /// Changes the regime of units that are not given another.
  mutating func regime(_ change: (inout Regime) -> Void) { change(&roster.settings.regimes[0]) }

  /// Sets a rule's severity or settings.
  mutating func rule(_ name: String, _ severity: Severity? = nil, _ values: [String: SettingValue] = [:]) {
    roster.settings.rules[name] = RuleSetting(severity: severity, values: values)
  }
}

extension CityFixture {
  /// The findings of one rule.
  func findings(_ rule: String) -> [Finding] {
    var options = ValidationOptions()
    options.select = [rule]
    return Validator.findings(in: roster, options: options)
  }

  /// The subjects of one rule's findings.
  func subjects(_ rule: String) -> [String] { findings(rule).map(\.subject.description) }

  /// The grid of the roster.
  var grid: CoverageGrid { CoverageGrid(roster) }
}
