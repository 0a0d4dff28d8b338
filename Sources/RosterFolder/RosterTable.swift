import Tables

/// A table of the roster folder.
public enum RosterTable: String, CaseIterable, Sendable {
  case districts, departments, beats, units, demand, assignments, absences, requests, waivers, publications, published,
    manoeuvres, calls, incidents

  /// The largest file that is read, in bytes: 1 GiB.
  static let largest = 1 << 30

  /// The file's name in the folder.
  public var file: String { rawValue + ".csv" }

  /// Whether a folder without it is not whole.
  public var isRequired: Bool {
    switch self {
    case .districts, .departments, .beats, .units, .demand: true
    default: false
    }
  }

  /// The names of its columns in the order in which they are written.
  public var columns: [String] { schema.columns }

  var schema: TableSchema {
    switch self {
    case .districts: TableSchema(DistrictColumn.self)
    case .departments: TableSchema(DepartmentColumn.self)
    case .beats: TableSchema(BeatColumn.self)
    case .units: TableSchema(UnitColumn.self)
    case .demand: TableSchema(DemandColumn.self)
    case .assignments: TableSchema(AssignmentColumn.self)
    case .absences: TableSchema(AbsenceColumn.self)
    case .requests: TableSchema(RequestColumn.self)
    case .waivers: TableSchema(WaiverColumn.self)
    case .publications: TableSchema(PublicationColumn.self)
    case .published: TableSchema(PublishedColumn.self)
    case .manoeuvres: TableSchema(ManoeuvreColumn.self)
    case .calls: TableSchema(CallColumn.self)
    case .incidents: TableSchema(IncidentColumn.self)
    }
  }
}

/// The columns of a table in the order in which they are written.
protocol TableColumn: CaseIterable, RawRepresentable, Sendable where RawValue == Int, AllCases == [Self] {
  /// The names in the header, in the order of the cases.
  static var names: [String] { get }
  /// Columns that a table may lack.
  static var optional: [Self] { get }
  /// Columns that tell rows apart, as far as anything does.
  static var key: [Self] { get }
}

extension TableColumn {
  /// The name in the header.
  var name: String { Self.names[rawValue] }
}

enum DistrictColumn: Int, TableColumn {
  case id, name
  static let names = ["id", "name"]
  static let optional: [Self] = []
  static let key: [Self] = [.id]
}

enum DepartmentColumn: Int, TableColumn {
  case id, district, name
  static let names = ["id", "district", "name"]
  static let optional: [Self] = []
  static let key: [Self] = [.id]
}

enum BeatColumn: Int, TableColumn {
  case id, place, name, kind, forces, needs, task
  static let names = ["id", "place", "name", "kind", "forces", "needs", "task"]
  static let optional: [Self] = [.forces, .needs, .task]
  static let key: [Self] = [.id]
}

enum UnitColumn: Int, TableColumn {
  case id, callsign, force, home, reach, regime, officers, mode, skills, leader
  static let names = ["id", "callsign", "force", "home", "reach", "regime", "officers", "mode", "skills", "leader"]
  static let optional: [Self] = [.officers, .mode, .skills, .leader]
  static let key: [Self] = [.id]
}

enum DemandColumn: Int, TableColumn {
  case place, per, kind, days, shift, force, skill, minimum, target, maximum
  static let names = ["place", "per", "kind", "days", "shift", "force", "skill", "minimum", "target", "maximum"]
  static let optional: [Self] = [.per, .kind, .shift, .force, .skill, .target, .maximum]
  static let key: [Self] = [.place, .per, .kind, .days, .shift, .force, .skill]
}

enum AssignmentColumn: Int, TableColumn {
  case day, shift, beat, unit, status, note
  static let names = ["day", "shift", "beat", "unit", "status", "note"]
  static let optional: [Self] = [.status, .note]
  static let key: [Self] = [.day, .shift, .beat, .unit]
}

enum AbsenceColumn: Int, TableColumn {
  case unit, days, shift, reason
  static let names = ["unit", "days", "shift", "reason"]
  static let optional: [Self] = [.shift]
  static let key: [Self] = [.unit, .days, .shift]
}

enum RequestColumn: Int, TableColumn {
  case unit, days, shift, wish, weight
  static let names = ["unit", "days", "shift", "wish", "weight"]
  static let optional: [Self] = [.shift, .weight]
  static let key: [Self] = [.unit, .days, .shift, .wish]
}

enum WaiverColumn: Int, TableColumn {
  case rule, subject, firstDay, lastDay, reason, by
  static let names = ["rule", "subject", "first_day", "last_day", "reason", "by"]
  static let optional: [Self] = [.reason, .by]
  static let key: [Self] = [.rule, .subject, .firstDay]
}

enum PublicationColumn: Int, TableColumn {
  case district, day, at, by
  static let names = ["district", "day", "at", "by"]
  static let optional: [Self] = [.at, .by]
  static let key: [Self] = [.district, .day]
}

enum PublishedColumn: Int, TableColumn {
  case day, shift, beat, unit
  static let names = ["day", "shift", "beat", "unit"]
  static let optional: [Self] = []
  static let key: [Self] = [.day, .shift, .beat, .unit]
}

enum ManoeuvreColumn: Int, TableColumn {
  case day, shift, unit, at, what, beat, reason, by
  static let names = ["day", "shift", "unit", "at", "what", "beat", "reason", "by"]
  static let optional: [Self] = [.beat, .reason, .by]
  static let key: [Self] = [.day, .shift, .unit, .at, .what]
}

enum CallColumn: Int, TableColumn {
  case day, shift, beat, unit, at, answer, by, note
  static let names = ["day", "shift", "beat", "unit", "at", "answer", "by", "note"]
  static let optional: [Self] = [.by, .note]
  static let key: [Self] = [.day, .shift, .beat, .unit, .at]
}

enum IncidentColumn: Int, TableColumn {
  case at, place, weight
  static let names = ["at", "place", "weight"]
  static let optional: [Self] = [.weight]
  static let key: [Self] = [.at, .place]
}

/// What the format says of a table's columns.
struct TableSchema {
  /// Their names in the order in which they are written.
  let columns: [String]
  /// Which a table may lack, by position.
  let isOptional: [Bool]
  /// The positions of those that tell rows apart.
  let key: [Int]

  /// The schema of these columns.
  init<Column: TableColumn>(_: Column.Type) {
    columns = Column.names
    let optional = Column.optional.map(\.rawValue)
    isOptional = Column.allCases.map { optional.contains($0.rawValue) }
    key = Column.key.map(\.rawValue)
  }
}

/// How a table was written, so that it can be written the same way again.
public struct TableForm: Hashable, Sendable {
  /// What separates fields: a comma or a semicolon.
  public var delimiter: UInt8 = UInt8(ascii: ",")
  /// Whether it begins with a byte order mark.
  public var hasByteOrderMark = false
  /// Whether lines end in CR LF.
  public var hasCarriageReturns = false
  /// The names of its columns in their order, unknown ones included.
  public var columns: [String]

  /// The form of a table that the program writes itself.
  public init(columns: [String]) { self.columns = columns }

  /// It without its columns.
  var csv: CSVForm {
    CSVForm(delimiter: delimiter, hasByteOrderMark: hasByteOrderMark, hasCarriageReturns: hasCarriageReturns)
  }
}
