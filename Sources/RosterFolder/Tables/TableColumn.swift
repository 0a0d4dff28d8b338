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

enum IncidentColumn: Int, TableColumn {
  case at, place, weight
  static let names = ["at", "place", "weight"]
  static let optional: [Self] = [.weight]
  static let key: [Self] = [.at, .place]
}
