import ArgumentParser
import RosterFolder
import RosterModel

/// `patrol-bench copies`: a roster many times as large as another.
struct CopiesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "copies",
    abstract: "Makes a roster many times as large: copies of another's places, units and rows with ids of their own.")

  @Argument(help: "The roster folder.")
  var roster: String

  @Option(help: ArgumentHelp("How many copies.", valueName: "count"))
  var times = 10

  @Option(
    help: ArgumentHelp("Where the copies go: a new or empty folder, or a roster to replace.", valueName: "folder"))
  var output: String

  func validate() throws {
    guard (1...100).contains(times) else { throw ValidationError("--times takes 1 to 100") }
  }

  func run() throws {
    let snapshot = try FolderReader.read(at: roster)
    guard let original = snapshot.roster else { throw ValidationError("\(roster) is not a roster folder") }
    let settings = String(decoding: snapshot.settings, as: UTF8.self)
    try FolderWriter.create(
      RosterCopies(times, of: original).roster, settings: settings, at: output, replacing: true)
  }
}

/// A roster many times as large: copies of its places, units and rows side by side, with ids of their own.
///
/// What is of the whole city stays what it was, once; waivers and publications are left out.
struct RosterCopies {
  private let original: Roster
  private(set) var roster: Roster

  /// So many copies of a roster.
  init(_ count: Int, of original: Roster) {
    self.original = original
    roster = original
    roster.districts = []
    roster.departments = []
    roster.beats = []
    roster.units = []
    roster.demand = original.demand.filter { $0.place == .city }
    roster.assignments = []
    roster.absences = []
    roster.requests = []
    roster.waivers = []
    roster.publications = []
    roster.published = []
    for copy in 0..<count { add(copy) }
  }

  private mutating func add(_ copy: Int) {
    // In front, so that the copies stand one after the other in the order of ids.
    let prefix = "copy\(copy)-"
    roster.districts += original.districts.map { district in
      var district = district
      district.id = prefix + district.id
      return district
    }
    roster.departments += original.departments.map { department in
      var department = department
      department.id = prefix + department.id
      department.district = moved(department.district, copy, original.districts.count)
      return department
    }
    roster.beats += original.beats.map { beat in
      var beat = beat
      beat.id = prefix + beat.id
      beat.place = moved(beat.place, copy)
      return beat
    }
    roster.units += original.units.map { unit in
      var unit = unit
      unit.id = prefix + unit.id
      if !unit.callsign.isEmpty { unit.callsign += "/\(copy)" }
      unit.home = moved(unit.home, copy)
      return unit
    }
    addRows(copy)
  }

  private mutating func addRows(_ copy: Int) {
    roster.demand += original.demand.filter { $0.place != .city }.map { row in
      var row = row
      row.place = moved(row.place, copy)
      return row
    }
    roster.assignments += original.assignments.map { assignment in
      var assignment = assignment
      assignment.beat = moved(assignment.beat, copy, original.beats.count)
      assignment.unit = moved(assignment.unit, copy, original.units.count)
      return assignment
    }
    roster.absences += original.absences.map { absence in
      var absence = absence
      absence.unit = moved(absence.unit, copy, original.units.count)
      return absence
    }
    roster.requests += original.requests.map { request in
      var request = request
      request.unit = moved(request.unit, copy, original.units.count)
      return request
    }
  }

  /// A reference into a copy's rows; one that is not known stays as it is.
  private func moved<Entity>(_ reference: Reference<Entity>, _ copy: Int, _ rows: Int) -> Reference<Entity> {
    reference.isKnown ? Reference(reference.index + copy * rows) : reference
  }

  private func moved(_ place: Place, _ copy: Int) -> Place {
    switch place {
    case .city, .unknown: place
    case .district(let reference): .district(moved(reference, copy, original.districts.count))
    case .department(let reference): .department(moved(reference, copy, original.departments.count))
    case .beat(let reference): .beat(moved(reference, copy, original.beats.count))
    }
  }
}
