import RosterModel

/// Tells which tables of two rosters may differ, without writing them.
struct RosterComparison {
  /// The roster that was read.
  let old: Roster
  /// The roster to be written.
  let new: Roster
  private let sameNumbers: Bool

  /// A comparison of two rosters.
  init(old: Roster, new: Roster) {
    self.old = old
    self.new = new
    // References are numbers: they mean the same only where what they point to has the same ids.
    sameNumbers =
      old.districts.map(\.id) == new.districts.map(\.id) && old.departments.map(\.id) == new.departments.map(\.id)
      && old.beats.map(\.id) == new.beats.map(\.id) && old.units.map(\.id) == new.units.map(\.id)
      && old.settings.shifts.shifts.map(\.id) == new.settings.shifts.shifts.map(\.id)
      && old.settings.regimes.map(\.name) == new.settings.regimes.map(\.name)
      && new.strays.starts(with: old.strays) && new.notes.starts(with: old.notes)
  }

  /// Whether a table may differ; where not, it surely does not.
  func mayDiffer(_ table: RosterTable) -> Bool {
    guard sameNumbers else { return true }
    return switch table {
    case .districts: old.districts != new.districts
    case .departments: old.departments != new.departments
    case .beats: old.beats != new.beats
    case .units: old.units != new.units
    case .demand: old.demand != new.demand
    case .assignments: old.assignments != new.assignments
    case .absences: old.absences != new.absences
    case .requests: old.requests != new.requests
    case .waivers: old.waivers != new.waivers
    case .publications: old.publications != new.publications
    case .published: old.published != new.published
    case .incidents: old.incidents != new.incidents
    }
  }
}
