import RosterModel

extension TableRows {
  /// The lines the rows were read from.
  private var lines: [Int32] {
    switch table {
    case .districts: roster.districts.map(\.line)
    case .departments: roster.departments.map(\.line)
    case .beats: roster.beats.map(\.line)
    case .units: roster.units.map(\.line)
    case .demand: roster.demand.map(\.line)
    case .assignments: roster.assignments.map(\.line)
    case .absences: roster.absences.map(\.line)
    case .requests: roster.requests.map(\.line)
    case .waivers: roster.waivers.map(\.line)
    case .publications: roster.publications.map(\.line)
    case .published: roster.published.map(\.line)
    case .incidents: roster.incidents.map(\.line)
    }
  }

  /// The indices of the rows by the line they were read from.
  func indicesByLine() -> [Int32: Int] {
    var indices: [Int32: Int] = [:]
    for (index, line) in lines.enumerated() where line > 0 { indices[line] = index }
    return indices
  }

  /// What tells a row from others, by the texts of its key columns.
  func key(_ fields: [String]) -> String {
    table.schema.key.map { fields[$0] }.joined(separator: "\u{1F}")
  }

  /// Whether a row says in a column what it would say without it.
  func isDefault(_ column: Int, _ fields: [String]) -> Bool {
    let text = fields[column]
    if text.isEmpty { return true }
    switch table {
    case .units: return column == UnitColumn.officers.rawValue && text == "\(RosterBuilder.usualOfficers)"
    case .demand: return column == DemandColumn.target.rawValue && text == fields[DemandColumn.minimum.rawValue]
    case .requests: return column == RequestColumn.weight.rawValue && text == "1"
    case .incidents: return column == IncidentColumn.weight.rawValue && text == "1"
    default: return false
    }
  }
}
