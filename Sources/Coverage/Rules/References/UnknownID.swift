import Characters
import RosterModel

/// REF001: a row of any table names an id that no table defines.
enum UnknownID: RosterRule {
  static let info = FormatRules.unknownID

  static func check(_ grid: CoverageGrid, into collector: inout FindingCollector) {
    var hints = NameHints(grid.frame.roster)
    for list in grid.frame.roster.strayReferences(assignments: grid.assignments) {
      for stray in list.found {
        collector.report(
          .everything, .row(table: stray.table, id: stray.owner), at: stray.location,
          data: [
            .init("table", stray.table), .init("column", stray.column), .init("kind", stray.kind),
            .init("id", stray.id),
          ],
          "column \(stray.column): no \(stray.kind) has the id \(stray.id); mend it\(hints.hint(stray)), or add the \(stray.kind)"
        )
      }
      for (kind, count) in list.counts.unlisted {
        let like = Finding(rule: info, subject: .row(table: list.table), message: "")
        collector.report(
          like.more(
            count, subject: .row(table: list.table), location: Location(file: list.file),
            data: [.init("table", list.table), .init("kind", kind)]))
      }
    }
  }
}

/// What may have been meant by ids that no table defines.
private struct NameHints {
  private let roster: Roster
  private var hints: [String: NearHints] = [:]

  init(_ roster: Roster) { self.roster = roster }

  /// What there is in place of an id, as a part of a sentence.
  mutating func hint(_ stray: StrayReference) -> String {
    let (roster, kind) = (roster, stray.kind)
    let hint = hints[kind, default: NearHints { Self.ids(of: kind, in: roster) }].hint(for: stray.id)
    return hint.map { " (\($0))" } ?? ""
  }

  private static func ids(of kind: String, in roster: Roster) -> [String] {
    switch kind {
    case "unit": roster.units.map(\.id)
    case "beat": roster.beats.map(\.id)
    case "shift": roster.settings.shifts.shifts.map(\.id)
    case "regime": roster.settings.regimes.map(\.name)
    case "district": roster.districts.map(\.id)
    default:
      [Place.cityID] + roster.districts.map(\.id) + roster.departments.map(\.id) + roster.beats.map(\.id)
    }
  }
}

/// A column of a row that names an id which no table defines.
struct StrayReference {
  var file: String
  /// The line; 0 where the row was not read from a file.
  var line: Int32
  /// The row's own id and column, so that two findings of one table are told apart.
  var owner: String
  /// The column, or the key of roster.toml.
  var column: String
  /// The same as a place to look up.
  var field: Location.Field
  /// What the id should be of.
  var kind: String
  var id: String

  /// The place of the id; only the file where the row was not read from one.
  var location: Location {
    if case .key(let path) = field { return .setting(path, line: line) }
    return .row(file, line, column)
  }

  /// The table: the file without its ending.
  var table: String { StrayList.table(of: file) }
}

/// Gathers the stray references of one table, of each kind as many as are listed.
struct StrayList {
  let roster: Roster
  let file: String
  private(set) var found: [StrayReference] = []
  /// How many there are of each kind.
  private(set) var counts = FindingCounts<String>(listing: Finding.mostOfRow)

  init(_ roster: Roster, _ file: String) {
    self.roster = roster
    self.file = file
  }

  /// The table: the file without its ending.
  var table: String { Self.table(of: file) }

  static func table(of file: String) -> String { file.hasSuffix(".csv") ? String(file.dropLast(4)) : file }

  mutating func look<Entity>(
    _ reference: Reference<Entity>, _ kind: String, column: String, line: Int32, owner: @autoclosure () -> String
  ) {
    guard !reference.isKnown, counts.takes(kind) else { return }
    append(roster.strays[reference.strayIndex], kind, column, line, owner())
  }

  mutating func look(_ place: Place, column: String, line: Int32, owner: @autoclosure () -> String) {
    let stray: Int
    switch place {
    case .city: return
    case .district(let reference):
      if reference.isKnown { return }
      stray = reference.strayIndex
    case .department(let reference):
      if reference.isKnown { return }
      stray = reference.strayIndex
    case .beat(let reference):
      if reference.isKnown { return }
      stray = reference.strayIndex
    case .unknown(let index): stray = Int(index)
    }
    if counts.takes("place") { append(roster.strays[stray], "place", column, line, owner()) }
  }

  /// Adds an id that is known to be stray.
  mutating func add(_ id: String, _ kind: String, _ column: String, _ line: Int32, _ owner: String) {
    if counts.takes(kind) { append(id, kind, column, line, owner) }
  }

  private mutating func append(_ id: String, _ kind: String, _ column: String, _ line: Int32, _ owner: String) {
    let field =
      file == "roster.toml"
      ? Location.Field.key(owner.split(separator: "/").map(String.init) + [column]) : .column(column)
    found.append(
      StrayReference(
        file: file, line: line, owner: owner.isEmpty ? "\(column)=\(id)" : "\(owner)/\(column)=\(id)", column: column,
        field: field, kind: kind, id: id))
  }
}

extension Roster {
  /// For every table the columns that name an id which no table defines, in the order of the tables.
  func strayReferences(assignments: [Assignment]) -> [StrayList] {
    [settingsStrays()] + placeStrays() + demandStrays() + postingStrays(assignments) + recordStrays()
  }

  private func settingsStrays() -> StrayList {
    var list = StrayList(self, "roster.toml")
    for shift in settings.shifts.shifts {
      for covered in shift.covers {
        list.look(covered, "shift", column: "covers", line: 0, owner: "shift/\(shift.id)")
      }
    }
    for regime in settings.regimes {
      for shift in regime.shifts {
        list.look(shift, "shift", column: "shifts", line: 0, owner: "regime/\(regime.name)")
      }
      for limit in regime.maxShifts {
        list.look(limit.shift, "shift", column: "max_shifts", line: 0, owner: "regime/\(regime.name)")
      }
    }
    for (rule, setting) in settings.rules.sorted(by: { $0.key < $1.key }) {
      for override in setting.overrides {
        guard let id = override.district, !districts.contains(where: { $0.id == id }) else { continue }
        list.add(id, "district", "district", override.lines["district"] ?? 0, "rules/\(rule)/override")
      }
    }
    return list
  }

  private func placeStrays() -> [StrayList] {
    var ofDepartments = StrayList(self, "departments.csv")
    for row in departments {
      ofDepartments.look(row.district, "district", column: "district", line: row.line, owner: row.id)
    }
    var ofBeats = StrayList(self, "beats.csv")
    for row in beats { ofBeats.look(row.place, column: "place", line: row.line, owner: row.id) }
    var ofUnits = StrayList(self, "units.csv")
    for row in units {
      ofUnits.look(row.home, column: "home", line: row.line, owner: row.id)
      ofUnits.look(row.regime, "regime", column: "regime", line: row.line, owner: row.id)
    }
    return [ofDepartments, ofBeats, ofUnits]
  }

  private func demandStrays() -> [StrayList] {
    var ofDemand = StrayList(self, "demand.csv")
    for row in demand {
      ofDemand.look(row.place, column: "place", line: row.line, owner: "")
      if let shift = row.shift {
        ofDemand.look(shift, "shift", column: "shift", line: row.line, owner: id(row.place))
      }
    }
    var ofIncidents = StrayList(self, "incidents.csv")
    for row in incidents { ofIncidents.look(row.place, column: "place", line: row.line, owner: row.at) }
    return [ofDemand, ofIncidents]
  }

  private func postingStrays(_ assignments: [Assignment]) -> [StrayList] {
    [("assignments.csv", assignments), ("published.csv", published)].map { file, rows in
      var list = StrayList(self, file)
      for row in rows where row.shift.raw < 0 || row.beat.raw < 0 || row.unit.raw < 0 {
        let owner = { "\(row.day)/\(id(row.shift))/\(id(row.beat))/\(id(row.unit))" }
        list.look(row.shift, "shift", column: "shift", line: row.line, owner: owner())
        list.look(row.beat, "beat", column: "beat", line: row.line, owner: owner())
        list.look(row.unit, "unit", column: "unit", line: row.line, owner: owner())
      }
      return list
    }
  }

  private func recordStrays() -> [StrayList] {
    var ofAbsences = StrayList(self, "absences.csv")
    for row in absences {
      ofAbsences.look(row.unit, "unit", column: "unit", line: row.line, owner: row.days.description)
      if let shift = row.shift {
        ofAbsences.look(
          shift, "shift", column: "shift", line: row.line, owner: "\(id(row.unit))/\(row.days)")
      }
    }
    var ofRequests = StrayList(self, "requests.csv")
    for row in requests {
      ofRequests.look(row.unit, "unit", column: "unit", line: row.line, owner: row.days.description)
      if case .shift(let shift) = row.matter {
        ofRequests.look(shift, "shift", column: "shift", line: row.line, owner: "\(id(row.unit))/\(row.days)")
      }
    }
    var ofPublications = StrayList(self, "publications.csv")
    for row in publications {
      ofPublications.look(row.district, "district", column: "district", line: row.line, owner: row.day.description)
    }
    return [ofAbsences, ofRequests, ofPublications] + shiftStrays()
  }

  private func shiftStrays() -> [StrayList] {
    var ofManoeuvres = StrayList(self, "manoeuvres.csv")
    for row in manoeuvres {
      let owner = { "\(row.day)/\(id(row.shift))/\(id(row.unit))" }
      ofManoeuvres.look(row.shift, "shift", column: "shift", line: row.line, owner: owner())
      ofManoeuvres.look(row.unit, "unit", column: "unit", line: row.line, owner: owner())
      if let beat = row.beat { ofManoeuvres.look(beat, "beat", column: "beat", line: row.line, owner: owner()) }
    }
    var ofCalls = StrayList(self, "calls.csv")
    for row in calls {
      let owner = { "\(row.day)/\(id(row.shift))/\(id(row.beat))/\(id(row.unit))" }
      ofCalls.look(row.shift, "shift", column: "shift", line: row.line, owner: owner())
      ofCalls.look(row.beat, "beat", column: "beat", line: row.line, owner: owner())
      ofCalls.look(row.unit, "unit", column: "unit", line: row.line, owner: owner())
    }
    return [ofManoeuvres, ofCalls]
  }
}
