import Characters
import RosterModel

extension RosterBuilder {
  mutating func readDistricts(_ scan: inout TableScan) {
    var rows: [District] = []
    while scan.nextRow() {
      let district = District(
        id: newPlaceID(DistrictColumn.id, &scan), name: scan.string(DistrictColumn.name), line: scan.line)
      if scan.isRowGood { rows.append(district) }
    }
    roster.districts = Self.inOrder(rows, of: \.id)
    for (index, district) in roster.districts.enumerated() {
      districts.add(district.id)
      addPlace(district.id, .district(DistrictReference(index)))
    }
  }

  mutating func readDepartments(_ scan: inout TableScan) {
    var rows: [Department] = []
    while scan.nextRow() {
      let id = newPlaceID(DepartmentColumn.id, &scan)
      let department = Department(
        id: id,
        district: scan.reference(DepartmentColumn.district, in: districts, strays: &strays, meant: &meantDistricts),
        name: scan.string(DepartmentColumn.name), line: scan.line)
      if scan.isRowGood { rows.append(department) }
    }
    roster.departments = Self.inOrder(rows, of: \.id)
    for (index, department) in roster.departments.enumerated() {
      addPlace(department.id, .department(DepartmentReference(index)))
    }
  }

  mutating func readBeats(_ scan: inout TableScan) {
    var rows: [Beat] = []
    while scan.nextRow() {
      let id = newPlaceID(BeatColumn.id, &scan)
      let place = place(BeatColumn.place, &scan) { $0 != .city }
      let kind = scan.word(BeatColumn.kind, BeatKind.self)
      let forces = scan.forces(BeatColumn.forces)
      guard scan.isRowGood, let kind else { continue }
      let beat = Beat(
        id: id, place: place, name: scan.string(BeatColumn.name), kind: kind, forces: forces,
        needs: scan.skills(BeatColumn.needs), task: scan.string(BeatColumn.task), line: scan.line)
      rows.append(beat)
    }
    roster.beats = Self.inOrder(rows, of: \.id)
    for (index, beat) in roster.beats.enumerated() {
      beats.add(beat.id)
      addPlace(beat.id, .beat(BeatReference(index)))
    }
  }

  mutating func readUnits(_ scan: inout TableScan) {
    var rows: [Unit] = []
    while scan.nextRow() {
      // Whoever bears a callsign bears it whether or not the row is right: it is not another's for a slip in its row.
      meantUnits.callsigns.append((scan.string(UnitColumn.id).withoutOuterBlanks, scan.string(UnitColumn.callsign)))
      let id = newUnitID(UnitColumn.id, &scan)
      let force = scan.word(UnitColumn.force, Force.self)
      let home = place(UnitColumn.home, &scan) { place in
        if case .beat = place { false } else { true }
      }
      let reach = scan.word(UnitColumn.reach, Reach.self)
      let regime: RegimeReference = scan.reference(
        UnitColumn.regime, in: regimes, strays: &strays, meant: &meantRegimes)
      let officers = scan.integer(UnitColumn.officers, in: 1...Self.mostOfficers) ?? Self.usualOfficers
      let mode = scan.optionalWord(UnitColumn.mode, Mode.self)
      guard scan.isRowGood, let force, let reach else { continue }
      let unit = Unit(
        id: id, callsign: scan.string(UnitColumn.callsign), force: force, home: home, reach: reach, regime: regime,
        officers: officers, mode: mode, skills: scan.skills(UnitColumn.skills), leader: scan.string(UnitColumn.leader),
        line: scan.line)
      rows.append(unit)
    }
    roster.units = Self.inOrder(rows, of: \.id)
    for unit in roster.units { units.add(unit.id) }
  }

  /// Rows in the order of their ids, which is how they stand in a table that was saved here.
  private static func inOrder<Row>(_ rows: [Row], of id: (Row) -> String) -> [Row] {
    let isInOrder = zip(rows, rows.dropFirst()).allSatisfy { id($0) <= id($1) }
    return isInOrder ? rows : rows.sorted { id($0) < id($1) }
  }

  /// The most people of one unit.
  private static let mostOfficers = 1000
  /// The people of a unit where its table does not say.
  static let usualOfficers = 2

  private mutating func addPlace(_ id: String, _ place: Place) {
    places.add(id)
    placeOfID.append(place)
  }
}
