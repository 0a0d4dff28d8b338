import RosterModel

/// A city of two districts with a handful of beats and units, for the tests of this module.
enum RosterFixture {
  static func small() -> Roster {
    let tile = Shift(id: "A", name: "Day", start: ClockTime(minutes: 480), minutes: 1440)
    var roster = Roster(
      settings: RosterSettings(
        title: "Small", firstDay: Day(number: 20_000), days: 7, shifts: ShiftPlan([tile]),
        regimes: [Regime(name: "any", shifts: [ShiftReference(0)])]))
    roster.districts = [District(id: "north", name: "North"), District(id: "south", name: "South")]
    roster.departments = [
      Department(id: "n1", district: DistrictReference(0), name: "North 1"),
      Department(id: "n2", district: DistrictReference(0), name: "North 2"),
      Department(id: "s1", district: DistrictReference(1), name: "South 1"),
    ]
    roster.beats = [
      Beat(id: "n1-b", place: .department(DepartmentReference(0)), name: "Market", kind: .post),
      Beat(id: "n2-b", place: .department(DepartmentReference(1)), name: "Park", kind: .route),
      Beat(id: "s1-b", place: .department(DepartmentReference(2)), name: "Station", kind: .post),
      Beat(id: "north-car", place: .district(DistrictReference(0)), name: "Car", kind: .response),
    ]
    roster.units = [unit("u1", home: .department(DepartmentReference(0)), reach: .department)]
    return roster
  }

  static func unit(_ id: String, home: Place, reach: Reach) -> Unit {
    Unit(id: id, callsign: id, force: .police, home: home, reach: reach, regime: RegimeReference(0))
  }
}
