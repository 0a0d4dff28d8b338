/// A table of the roster folder.
public enum RosterTable: String, CaseIterable, Sendable {
  case districts, departments, beats, units, demand, assignments, absences, requests, waivers, publications, published,
    incidents

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
    case .incidents: TableSchema(IncidentColumn.self)
    }
  }
}
