import RosterModel

/// Two departments with a beat each, two days, one tile from 08:00; the first beat is held on the first day.
enum ExportFixture {
  static let roster: Roster = {
    let tile = Shift(id: "A", name: "Day", start: ClockTime(minutes: 480), minutes: 1440)
    var roster = Roster(
      settings: RosterSettings(
        title: "Small", zone: ZoneOffsets(initialOffset: 300), firstDay: Day(number: 20_792), days: 2,
        shifts: ShiftPlan([tile]), regimes: [Regime(name: "any", shifts: [ShiftReference(0)])]))
    roster.districts = [District(id: "north", name: "North")]
    roster.departments = ["y1", "y2"].map { Department(id: $0, district: DistrictReference(0), name: $0) }
    roster.beats = (0..<2).map {
      Beat(id: "b\($0)", place: .department(DepartmentReference($0)), name: "Beat \($0)", kind: .post)
    }
    roster.units = [
      Unit(
        id: "u1", callsign: "Сокол-1", force: .police, home: .department(DepartmentReference(0)), reach: .department,
        regime: RegimeReference(0))
    ]
    roster.demand = [DemandRow(place: .city, isPerBeat: true, minimum: 1)]
    roster.assignments = [
      Assignment(
        day: Day(number: 20_792), shift: ShiftReference(0), beat: BeatReference(0), unit: UnitReference(0))
    ]
    return roster
  }()
}
