import RosterModel

/// Two districts, three departments and a handful of beats, with every sort of shift and regime.
///
/// Shifts: A, B, C are tiles from 08:00; D covers all three; E covers the evening's tile from 18 to 22.
enum SmallCity {
  static let a = ShiftReference(0)
  static let b = ShiftReference(1)
  static let c = ShiftReference(2)
  static let d = ShiftReference(3)
  static let e = ShiftReference(4)

  static let threeShift = RegimeReference(0)
  static let fullDay = RegimeReference(1)
  static let evenings = RegimeReference(2)

  static let north = DistrictReference(0)
  static let south = DistrictReference(1)

  /// 2026-12-01 was a Tuesday.
  static let firstDay = Day(number: 20_788)

  static func shifts() -> ShiftPlan {
    ShiftPlan([
      Shift(id: "A", name: "Day", start: ClockTime(minutes: 480), minutes: 480),
      Shift(id: "B", name: "Evening", start: ClockTime(minutes: 960), minutes: 480),
      Shift(id: "C", name: "Night", start: ClockTime(minutes: 1440), minutes: 480, isNight: true),
      Shift(
        id: "D", name: "Full", start: ClockTime(minutes: 480), minutes: 1440, isNight: true,
        covers: [ShiftReference(0), ShiftReference(1), ShiftReference(2)]),
      Shift(id: "E", name: "Walk", start: ClockTime(minutes: 1080), minutes: 240, covers: [ShiftReference(1)]),
    ])
  }

  static func regimes() -> [Regime] {
    var threeShift = Regime(name: "three-shift", shifts: [a, b, c])
    threeShift.restMinutes = 12 * 60
    threeShift.weeklyRestMinutes = 42 * 60
    threeShift.maxConsecutiveDays = 5
    threeShift.maxConsecutiveNights = 3
    threeShift.maxMinutesPerWeek = 48 * 60
    threeShift.maxMinutes = 192 * 60
    threeShift.maxWeekends = 4
    threeShift.maxShifts = [Regime.ShiftLimit(shift: c, most: 12)]
    var fullDay = Regime(name: "24-72", shifts: [d])
    fullDay.restMinutes = 72 * 60
    var evenings = Regime(name: "volunteer", shifts: [e])
    evenings.maxConsecutiveDays = 2
    evenings.minConsecutiveDaysOff = 2
    return [threeShift, fullDay, evenings]
  }

  /// The places and rules, without units, demand or assignments.
  static func empty(days: Int = 7) -> Roster {
    var roster = Roster(
      settings: RosterSettings(
        title: "Small", firstDay: firstDay, days: days, shifts: shifts(), regimes: regimes(),
        escorts: [EscortRule(force: .volunteer, by: ForceSet([.police, .guard]), atMost: 2)]))
    roster.districts = [District(id: "north", name: "North"), District(id: "south", name: "South")]
    roster.departments = [
      Department(id: "n1", district: north, name: "North 1"),
      Department(id: "n2", district: north, name: "North 2"),
      Department(id: "s1", district: south, name: "South 1"),
    ]
    roster.beats = [
      Beat(id: "n-car", place: .district(north), name: "Car", kind: .response, needs: ["car"]),
      Beat(id: "n1-b1", place: .department(DepartmentReference(0)), name: "Market", kind: .post),
      Beat(id: "n1-b2", place: .department(DepartmentReference(0)), name: "Park", kind: .route),
      Beat(
        id: "n2-b1", place: .department(DepartmentReference(1)), name: "Bridge", kind: .post,
        forces: ForceSet([.police])),
      Beat(id: "s1-b1", place: .department(DepartmentReference(2)), name: "Station", kind: .post),
    ]
    return roster
  }

  /// Four crews of a department cover a post round the clock, with one to spare and two evening volunteers.
  static func staffed(days: Int = 14) -> Roster {
    var roster = empty(days: days)
    for department in 0..<3 {
      let home = Place.department(DepartmentReference(department))
      for number in 0..<6 {
        roster.units.append(
          Unit(
            id: "p\(department)\(number)", callsign: "P\(department)\(number)", force: .police, home: home,
            reach: .department, regime: threeShift))
      }
    }
    roster.units += ["v1", "v2"].map {
      Unit(
        id: $0, callsign: $0, force: .volunteer, home: .department(DepartmentReference(0)), reach: .department,
        regime: evenings)
    }
    for number in 0..<4 {
      roster.units.append(
        Unit(
          id: "w\(number)", callsign: "W\(number)", force: .police, home: .district(north), reach: .district,
          regime: fullDay, mode: .car))
    }
    roster.demand = [
      DemandRow(place: .beat(BeatReference(1)), minimum: 1),
      DemandRow(place: .beat(BeatReference(3)), minimum: 1),
      DemandRow(place: .beat(BeatReference(4)), minimum: 1),
      DemandRow(place: .beat(BeatReference(0)), minimum: 1),
      DemandRow(
        place: .department(DepartmentReference(0)), days: DayPattern([.weekdays(.friday, .friday)]),
        shift: ShiftReference(1), force: .volunteer, minimum: 1),
    ]
    return roster
  }
}
