import RosterFolder
import RosterModel

/// What `patrol diff` and `patrol import` answer: what changed, for people and programs.
struct DiffAnswer {
  /// The postings and absences that differ.
  var difference: RosterDifference
  /// Rows of other tables that differ, by table.
  var tables: [TableDifference]
  /// Whether the values of `roster.toml` differ.
  var settingsDiffer: Bool
  /// What the units are called, by id; the new roster's word before the old one's.
  var callsigns: [String: String]

  /// What changed from one roster to another.
  init(from old: Roster, to new: Roster) {
    difference = RosterDifference(from: old, to: new)
    tables = RosterTable.allCases.filter { $0 != .assignments && $0 != .absences }
      .compactMap { TableDifference($0, from: old, to: new) }
    settingsDiffer = old.settings != new.settings
    callsigns = [:]
    for unit in old.units + new.units { callsigns[unit.id] = unit.callsign }
  }

  /// What a step changes in the postings and absences of a roster; O(edits + units).
  init(of step: EditStep, in roster: Roster) {
    difference = RosterDifference(of: step, in: roster)
    tables = []
    settingsDiffer = false
    callsigns = [:]
    for unit in roster.units { callsigns[unit.id] = unit.callsign }
  }

  /// Whether nothing differs.
  var isEmpty: Bool { difference.isEmpty && tables.isEmpty && !settingsDiffer }

  /// How many postings were added, taken away and changed.
  var counts: (added: Int, removed: Int, changed: Int) {
    let added = difference.postings.count(where: \.isAdded)
    let removed = difference.postings.count(where: \.isRemoved)
    return (added, removed, difference.postings.count - added - removed)
  }
}
