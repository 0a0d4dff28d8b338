import Characters
import RosterModel

/// Puts a roster together, table by table, each row checked against the tables read before it.
struct RosterBuilder {
  /// What has been read so far.
  var roster: Roster

  let shifts: IDTable
  let regimes: IDTable
  var districts = IDTable()
  var departments = IDTable()
  var beats = IDTable()
  var units = IDTable()
  var strays = IDTable()
  var notes = IDTable([""])
  /// Places by id, numbered as in `placeOfID`.
  var places = IDTable([Place.cityID])
  var placeOfID = [Place.city]
  /// What is meant by texts that are no ids as they stand, of each kind.
  var meantShifts = MeantIDs()
  var meantRegimes = MeantIDs()
  var meantDistricts = MeantIDs()
  var meantPlaces = MeantIDs()
  var meantBeats = MeantIDs()
  var meantUnits = MeantIDs()
  /// Ids of places in lower case, to find those that differ only in case.
  private var placeNames = IDTable([Place.cityID])
  private var unitNames = IDTable()

  /// A builder over settings.
  init(settings: RosterSettings) {
    roster = Roster(settings: settings)
    shifts = IDTable(settings.shifts.shifts.map(\.id))
    regimes = IDTable(settings.regimes.map(\.name))
  }

  /// Reads the rows of a table.
  mutating func read(_ scan: inout TableScan) {
    switch scan.table {
    case .districts: readDistricts(&scan)
    case .departments: readDepartments(&scan)
    case .beats: readBeats(&scan)
    case .units: readUnits(&scan)
    case .demand: readDemand(&scan)
    case .assignments: readAssignments(&scan)
    case .absences: readAbsences(&scan)
    case .requests: readRequests(&scan)
    case .waivers: readWaivers(&scan)
    case .publications: readPublications(&scan)
    case .published: readPublished(&scan)
    case .manoeuvres: readManoeuvres(&scan)
    case .calls: readCalls(&scan)
    case .incidents: readIncidents(&scan)
    }
  }

  /// Takes the assignments and their notes from another builder that read them.
  mutating func takeAssignments(of other: RosterBuilder) {
    roster.assignments = other.roster.assignments
    notes = other.notes
  }

  /// The roster, complete.
  func finished() -> Roster {
    var roster = roster
    roster.strays = strays.ids
    roster.notes = notes.ids
    return roster
  }

  // MARK: Ids

  /// The id of a new district, department or beat.
  mutating func newPlaceID(_ column: some TableColumn, _ scan: inout TableScan) -> String {
    Self.newID(column, &scan, among: &placeNames, "districts, departments and beats, with city, share their ids")
  }

  /// The id of a new unit.
  mutating func newUnitID(_ column: some TableColumn, _ scan: inout TableScan) -> String {
    Self.newID(column, &scan, among: &unitNames, "ids are unique without regard to case")
  }

  private static func newID(
    _ column: some TableColumn, _ scan: inout TableScan, among names: inout IDTable, _ reason: String
  ) -> String {
    let id = scan.identifier(column)
    if scan.isRowGood, !names.add(id.lowercased()).isNew {
      scan.rejectDuplicate(
        column, message: "\(column.name) \(Evidence.quoted(id)) is taken: \(reason); give this row another id")
    }
    return id
  }

  /// A place by its id, of those read so far.
  mutating func place(_ column: some TableColumn, _ scan: inout TableScan) -> Place {
    if let bytes = scan.text(of: column.rawValue), let number = places[bytes] { return placeOfID[number] }
    if let number = scan.number(column, in: places, meant: &meantPlaces) { return placeOfID[number] }
    return unknownPlace(column, &scan)
  }

  /// A place by its id, where only some places may stand: another one counts as unknown.
  mutating func place(
    _ column: some TableColumn, _ scan: inout TableScan, where isAllowed: (Place) -> Bool
  ) -> Place {
    let place = place(column, &scan)
    return isAllowed(place) ? place : unknownPlace(column, &scan)
  }

  private mutating func unknownPlace(_ column: some TableColumn, _ scan: inout TableScan) -> Place {
    .unknown(Int32(truncatingIfNeeded: scan.stray(column, &strays, meant: &meantPlaces)))
  }

  /// The beat named, or `nil` where the column is empty.
  mutating func optionalBeat(_ column: some TableColumn, _ scan: inout TableScan) -> BeatReference? {
    guard let bytes = scan.text(of: column.rawValue), bytes.contains(where: { $0 != UInt8(ascii: " ") }) else {
      return nil
    }
    return scan.reference(column, in: beats, strays: &strays, meant: &meantBeats)
  }

  /// The shift named, or `nil` where the column is empty.
  mutating func optionalShift(_ column: some TableColumn, _ scan: inout TableScan) -> ShiftReference? {
    guard let bytes = scan.text(of: column.rawValue), bytes.contains(where: { $0 != UInt8(ascii: " ") }) else {
      return nil
    }
    return scan.reference(column, in: shifts, strays: &strays, meant: &meantShifts)
  }
}

extension RosterBuilder {
  mutating func readAssignments(_ scan: inout TableScan) {
    roster.assignments = postings(
      &scan, day: AssignmentColumn.day, shift: AssignmentColumn.shift, beat: AssignmentColumn.beat,
      unit: AssignmentColumn.unit
    ) { builder, scan, assignment in
      if let status = scan.text(of: AssignmentColumn.status.rawValue), !status.isEmpty {
        assignment.isLocked = scan.flag(AssignmentColumn.status, "locked")
      }
      if let note = scan.text(of: AssignmentColumn.note.rawValue), !note.isEmpty {
        assignment.note = NoteReference(raw: Int32(truncatingIfNeeded: builder.notes.add(note).number))
      }
    }
  }

  mutating func readPublished(_ scan: inout TableScan) {
    roster.published = postings(
      &scan, day: PublishedColumn.day, shift: PublishedColumn.shift, beat: PublishedColumn.beat,
      unit: PublishedColumn.unit
    ) { _, _, _ in }
  }

  /// Reads rows of day, shift, beat and unit; `finish` adds what else a row has.
  private mutating func postings<Column: TableColumn>(
    _ scan: inout TableScan, day: Column, shift: Column, beat: Column, unit: Column,
    finish: (inout RosterBuilder, inout TableScan, inout Assignment) -> Void
  ) -> [Assignment] {
    var check = PostingList.Check.atTheEnd
    while true {
      var postings = PostingList(capacity: scan.lineCount, check: check)
      var days = DayReader()
      while scan.nextRow() {
        var assignment = Assignment(
          day: days.read(scan.text(of: day.rawValue)) ?? scan.day(day),
          shift: scan.reference(shift, in: shifts, strays: &strays, meant: &meantShifts),
          beat: scan.reference(beat, in: beats, strays: &strays, meant: &meantBeats),
          unit: scan.reference(unit, in: units, strays: &strays, meant: &meantUnits), line: scan.line)
        finish(&self, &scan, &assignment)
        guard scan.isRowGood else { continue }
        if let first = postings.add(assignment) {
          scan.rejectDuplicate(
            day, message: "the same unit, beat, day and shift as in line \(first); remove one of the two rows")
        }
      }
      guard postings.hasDuplicate() else { return postings.assignments }
      check = .atEachRow
      scan.restart()
    }
  }
}
