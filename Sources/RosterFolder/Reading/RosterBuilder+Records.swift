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

extension RosterBuilder {
  mutating func readWaivers(_ scan: inout TableScan) {
    while scan.nextRow() {
      let rule = scan.string(WaiverColumn.rule)
      if rule.isEmpty { scan.reject(WaiverColumn.rule, expected: "the id or name of a rule, as `patrol rules` lists") }
      let subject = scan.string(WaiverColumn.subject)
      if subject.isEmpty { scan.reject(WaiverColumn.subject, expected: "the subject of a finding, as it is printed") }
      let first = scan.day(WaiverColumn.firstDay)
      let last = scan.day(WaiverColumn.lastDay)
      if scan.isRowGood, last < first {
        scan.reject(WaiverColumn.lastDay, expected: "a date not before first_day, \(first)")
      }
      guard scan.isRowGood else { continue }
      roster.waivers.append(
        Waiver(
          rule: rule, subject: subject, firstDay: first, lastDay: last, reason: scan.string(WaiverColumn.reason),
          by: scan.string(WaiverColumn.by), line: scan.line))
    }
  }

  mutating func readPublications(_ scan: inout TableScan) {
    var firstLines: [Publication: Int32] = [:]
    while scan.nextRow() {
      let district: DistrictReference = scan.reference(
        PublicationColumn.district, in: districts, strays: &strays, meant: &meantDistricts)
      let day = scan.day(PublicationColumn.day)
      guard scan.isRowGood else { continue }
      let key = Publication(district: district, day: day, at: "", by: "")
      if let first = firstLines[key] {
        scan.rejectDuplicate(
          PublicationColumn.district,
          message: "the same district and day as in line \(first); remove one of the two rows")
        continue
      }
      firstLines[key] = scan.line
      roster.publications.append(
        Publication(
          district: district, day: day, at: scan.string(PublicationColumn.at), by: scan.string(PublicationColumn.by),
          line: scan.line))
    }
  }

  mutating func readIncidents(_ scan: inout TableScan) {
    while scan.nextRow() {
      let at = Self.instant(IncidentColumn.at, &scan)
      let place = place(IncidentColumn.place, &scan)
      let weight = scan.integer(IncidentColumn.weight, in: Self.weights) ?? 1
      guard scan.isRowGood else { continue }
      roster.incidents.append(Incident(at: at, place: place, weight: weight, line: scan.line))
    }
  }

  /// A local time.
  static func instant(_ column: some TableColumn, _ scan: inout TableScan) -> String {
    let at = scan.string(column)
    if isInstant(at) { return at }
    if let meant = scan.forgiven(column, instant(spreadsheet: at), \.self) { return meant }
    scan.reject(column, expected: "a local time as 2026-12-31T23:59")
    return at
  }

  /// Whether a text is `YYYY-MM-DDTHH:MM` of a real date and time of day.
  private static func isInstant(_ text: String) -> Bool {
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2, Day(iso: parts[0]) != nil, parts[1].utf8.count == 5, let time = ClockTime(text: parts[1])
    else { return false }
    return time.minutes < 1440
  }

  /// A time as spreadsheets leave it, `20.11.2026 21:30:00`, as tables write it; `nil` where it is none.
  private static func instant(spreadsheet text: String) -> String? {
    let parts = text.withoutOuterBlanks.split(whereSeparator: { $0 == "T" || $0 == " " })
    guard parts.count == 2, let day = Day(iso: parts[0]) ?? Day(spreadsheet: parts[0]) else { return nil }
    let clock = parts[1].split(separator: ":", omittingEmptySubsequences: false)
    guard clock.count == 2 || clock.count == 3 && clock[2] == "00",
      let time = ClockTime(text: clock.prefix(2).joined(separator: ":")), time.minutes < 1440
    else { return nil }
    return "\(day)T\(time)"
  }
}

extension RosterBuilder {
  mutating func readDemand(_ scan: inout TableScan) {
    var firstLines: [DemandRow: Int32] = [:]
    firstLines.reserveCapacity(min(scan.lineCount, Self.usualDemand))
    while scan.nextRow() {
      let place = place(DemandColumn.place, &scan)
      let isPerBeat = scan.flag(DemandColumn.per, Self.perBeat)
      let kind = scan.optionalWord(DemandColumn.kind, BeatKind.self)
      let days = scan.days(DemandColumn.days)
      let shift = optionalShift(DemandColumn.shift, &scan)
      let force = scan.optionalWord(DemandColumn.force, Force.self)
      let minimum = scan.integer(DemandColumn.minimum, in: Self.unitCounts) ?? 0
      let target = scan.integer(DemandColumn.target, in: Self.unitCounts)
      let maximum = scan.integer(DemandColumn.maximum, in: Self.unitCounts)
      if let target, target < minimum {
        scan.reject(DemandColumn.target, expected: "at least the minimum, \(minimum), or nothing")
      }
      if let maximum, maximum < target ?? minimum {
        scan.reject(DemandColumn.maximum, expected: "at least the target, \(target ?? minimum), or nothing")
      }
      guard scan.isRowGood else { continue }
      var row = DemandRow(
        place: place, isPerBeat: isPerBeat, kind: kind, days: days, shift: shift, force: force,
        skill: scan.skill(DemandColumn.skill), minimum: 0)
      if let first = firstLines[row] {
        scan.rejectDuplicate(
          DemandColumn.place, message: "the same demand as in line \(first); remove one of the two rows")
        continue
      }
      firstLines[row] = scan.line
      row.minimum = minimum
      row.target = target ?? minimum
      row.maximum = maximum
      row.line = scan.line
      roster.demand.append(row)
    }
  }

  mutating func readAbsences(_ scan: inout TableScan) {
    while scan.nextRow() {
      let unit: UnitReference = scan.reference(AbsenceColumn.unit, in: units, strays: &strays, meant: &meantUnits)
      let days = scan.days(AbsenceColumn.days)
      let shift = optionalShift(AbsenceColumn.shift, &scan)
      guard let reason = scan.word(AbsenceColumn.reason, AbsenceReason.self), scan.isRowGood else { continue }
      roster.absences.append(Absence(unit: unit, days: days, shift: shift, reason: reason, line: scan.line))
    }
  }

  mutating func readRequests(_ scan: inout TableScan) {
    while scan.nextRow() {
      let unit: UnitReference = scan.reference(RequestColumn.unit, in: units, strays: &strays, meant: &meantUnits)
      let days = scan.days(RequestColumn.days)
      let matter = matter(RequestColumn.shift, &scan)
      let wish = scan.word(RequestColumn.wish, Request.Wish.self)
      let weight = scan.integer(RequestColumn.weight, in: Self.weights) ?? 1
      guard let wish, scan.isRowGood else { continue }
      roster.requests.append(
        Request(unit: unit, days: days, matter: matter, wish: wish, weight: weight, line: scan.line))
    }
  }

  private mutating func matter(_ column: some TableColumn, _ scan: inout TableScan) -> Request.Matter {
    let text = scan.string(column)
    if text == Self.off { return .off }
    // Where a shift has that name in capitals it is the shift.
    if TableScan.plain(text) == Self.off, !roster.settings.shifts.shifts.contains(where: { $0.id == text }) {
      scan.forgive(column, as: Self.off)
      return .off
    }
    return optionalShift(column, &scan).map { .shift($0) } ?? .anyShift
  }

  /// What `per` holds where a demand row is one for each beat.
  static let perBeat = "beat"
  /// What a request's shift holds where it asks for a day without work.
  static let off = "off"
  /// The demand rows for which room is made at once.
  private static let usualDemand = 1 << 16
  /// The counts of units that demand may name.
  private static let unitCounts = 0...100_000
  /// The weights of requests and incidents.
  static let weights = 1...1_000_000
}
