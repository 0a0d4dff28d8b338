import Desk
import RosterModel
import Screen

/// A small city with names in Latin, Cyrillic, Chinese and with combining marks; the tests' only roster.
enum DeskFixture {
  /// Saturday, the first duty day.
  static let firstDay = day(5)
  static let (a, b, c, d) = (
    ShiftReference(0), ShiftReference(1), ShiftReference(2), ShiftReference(3)
  )

  static func day(_ number: Int) -> Day { Day(year: 2026, month: 12, day: number) ?? Day(number: 0) }

  /// Noon of a duty day in Tashkent, in minutes since 1970-01-01 00:00 UTC.
  static func noon(_ number: Int) -> Int { Int(day(number).number) * 1440 + 12 * 60 - 300 }

  /// Before the first shift of 5 Dec begins, so that none of them is worked yet.
  static let dawn = noon(5) - 300

  static func roster() -> Roster {
    var roster = Roster(settings: settings())
    roster.districts = [District(id: "yu", name: "Yunusobod"), District(id: "ch", name: "Чиланзар")]
    roster.departments = [
      Department(id: "y1", district: DistrictReference(0), name: "Yunusobod 1"),
      Department(id: "y2", district: DistrictReference(0), name: "Юнусабад 2"),
      Department(id: "c1", district: DistrictReference(1), name: "Chilonzor 1"),
    ]
    roster.beats = beats()
    roster.units = units()
    roster.demand = demand()
    roster.assignments = assignments()
    return roster
  }

  static func opening(
    _ roster: Roster = roster(), width: Int = 80, height: Int = 24, isReadOnly: Bool = false, findings: [Finding] = []
  ) -> Opening {
    Opening(
      roster: roster, readingFindings: findings, isReadOnly: isReadOnly, now: noon(5),
      size: Size(width: width, height: height), author: me)
  }

  /// The dispatcher at the desk.
  static let me = Author(person: "Aliyev", session: "desk-1")
  /// Another, at a desk of her own.
  static let karimova = Author(person: "Karimova", session: "desk-2")

  /// That a unit is posted to a beat on Saturday.
  static func posting(
    _ unit: String, _ beat: String, _ shift: String = "A", day number: Int = 5, isAdded: Bool = true
  ) -> RowChange {
    let name = PostingName(day: day(number), shift: shift, beat: beat, unit: unit)
    return .posting(PostingChange(name, old: isAdded ? nil : PostingRemark(), new: isAdded ? PostingRemark() : nil))
  }

  private static func settings() -> RosterSettings {
    let shifts = ShiftPlan([
      Shift(id: "A", name: "Day", start: ClockTime(minutes: 480), minutes: 480),
      Shift(id: "B", name: "Evening", start: ClockTime(minutes: 960), minutes: 480),
      Shift(id: "C", name: "Night", start: ClockTime(minutes: 1440), minutes: 480, isNight: true),
      Shift(id: "D", name: "Day and evening", start: ClockTime(minutes: 480), minutes: 960, covers: [a, b]),
    ])
    var threeShift = Regime(name: "three-shift", shifts: [a, b, c])
    threeShift.restMinutes = 12 * 60
    var duty = Regime(name: "duty", shifts: [a, d])
    duty.restMinutes = 24 * 60
    return RosterSettings(
      title: "Yunusobod, December", zone: ZoneOffsets(initialOffset: 300), firstDay: firstDay, days: 7,
      shifts: shifts, regimes: [threeShift, duty],
      escorts: [EscortRule(force: .volunteer, by: ForceSet([.police, .guard]), atMost: 2)])
  }

  private static func beats() -> [Beat] {
    let (y1, y2, c1) = (
      Place.department(DepartmentReference(0)), Place.department(DepartmentReference(1)),
      Place.department(DepartmentReference(2))
    )
    return [
      Beat(id: "c1-b1", place: c1, name: "Chorsu", kind: .post),
      Beat(id: "y1-b1", place: y1, name: "Market", kind: .post),
      Beat(id: "y1-b2", place: y1, name: "Парк Победы", kind: .route),
      Beat(id: "y1-b3", place: y1, name: "中央车站 station", kind: .post, forces: ForceSet([.police])),
      Beat(id: "y2-b1", place: y2, name: "Cafe\u{301} o\u{2018}zbegim", kind: .route, needs: ["car"]),
      Beat(id: "yu-car", place: .district(DistrictReference(0)), name: "Response\u{1B}[31m car", kind: .response),
    ]
  }

  private static func units() -> [Unit] {
    func unit(
      _ id: String, _ callsign: String, _ force: Force = .police, home: Int, reach: Reach = .district,
      regime: Int = 0, mode: Mode? = nil, skills: [String] = [], leader: String = ""
    ) -> Unit {
      Unit(
        id: id, callsign: callsign, force: force, home: .department(DepartmentReference(home)), reach: reach,
        regime: RegimeReference(regime), mode: mode, skills: skills, leader: leader)
    }
    return [
      unit("u01", "Sokol-1", home: 0, leader: "Karimov"),
      unit("u02", "Sokol-2", home: 0, mode: .car, leader: "Юсупова"),
      unit("u03", "Беркут-3", home: 0),
      unit("u04", "Беркут-4", home: 1, mode: .car, skills: ["dog"]),
      unit("u05", "Guard-5", .guard, home: 0, reach: .city, regime: 1, mode: .car),
      unit("u06", "Burgut-6", home: 1, reach: .department, mode: .car),
      unit("u07", "Ko\u{2BB}ngilli-7", .volunteer, home: 0),
      unit("u08", "猎鹰-8", home: 1, regime: 1, mode: .car),
      unit("u09", "Chinor-9", home: 2),
    ]
  }

  private static func demand() -> [DemandRow] {
    [
      DemandRow(place: .city, force: .guard, minimum: 1),
      DemandRow(place: .district(DistrictReference(0)), isPerBeat: true, kind: .post, minimum: 1, target: 2),
      DemandRow(place: .district(DistrictReference(0)), isPerBeat: true, kind: .route, shift: b, minimum: 1),
      DemandRow(place: .department(DepartmentReference(0)), force: .police, minimum: 2, maximum: 6),
      DemandRow(place: .beat(BeatReference(5)), shift: a, minimum: 1),
      DemandRow(place: .beat(BeatReference(0)), shift: c, minimum: 1),
    ]
  }

  /// On Saturday the Market is met by day and locked, and Беркут-3 stands at the station in the evening.
  private static func assignments() -> [Assignment] {
    [
      Assignment(day: day(5), shift: a, beat: BeatReference(1), unit: UnitReference(0), isLocked: true),
      Assignment(day: day(5), shift: a, beat: BeatReference(1), unit: UnitReference(1), isLocked: true),
      Assignment(day: day(5), shift: b, beat: BeatReference(3), unit: UnitReference(2)),
      Assignment(day: day(5), shift: c, beat: BeatReference(0), unit: UnitReference(8)),
      Assignment(day: day(6), shift: a, beat: BeatReference(3), unit: UnitReference(2)),
    ]
  }
}
