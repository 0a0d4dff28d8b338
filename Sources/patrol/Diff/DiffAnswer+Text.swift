import RosterModel
import Screen

extension DiffAnswer {
  /// The answer for people, safe for a terminal whatever the rosters hold; empty where nothing differs.
  ///
  /// `+` is what the new roster has, `-` what the old one had, `~` what both have and remark differently.
  var text: String {
    guard !isEmpty else { return "" }
    return (cellLines + unitLines + tableLines + [summary]).joined(separator: "\n")
  }

  /// One line with the figures.
  var summary: String {
    let counts = counts
    return "\(counts.added) postings added, \(counts.removed) taken away, \(counts.changed) remarked; "
      + "\(difference.units.count) units"
  }

  private var cellLines: [String] {
    difference.cells.map { cell in
      let changes = cell.changes.map { mark($0) + named($0.posting.unit) + remark($0) }
      return "\(cell.day) \(cell.shift) \(cell.beat): \(changes.joined(separator: ", "))".shown
    }
  }

  private var unitLines: [String] {
    difference.units.map { unit in
      let postings = unit.changes.map { "\(mark($0))\($0.posting.day) \($0.posting.shift) \($0.posting.beat)" }
      let absences = unit.absences.map { absence in
        let shift = absence.shift.map { " " + $0 } ?? ""
        return "\(absence.isAdded ? "+" : "-")\(absence.reason.rawValue) \(absence.days)\(shift)"
      }
      return "unit \(named(unit.unit)): \((postings + absences).joined(separator: ", "))".shown
    }
  }

  private var tableLines: [String] {
    tables.map { "\($0.table.file): \($0.added) rows added, \($0.removed) taken away, \($0.changed) changed" }
      + (settingsDiffer ? ["roster.toml: settings differ"] : [])
  }

  private func named(_ unit: String) -> String { callsigns[unit].map { "\(unit) \($0)" } ?? unit }

  private func mark(_ change: PostingChange) -> String {
    change.isAdded ? "+" : change.isRemoved ? "-" : "~"
  }

  /// What else is to be said of a change: what an added posting remarks, and what both rosters remark differently.
  private func remark(_ change: PostingChange) -> String {
    guard let new = change.new else { return "" }
    let old = change.old ?? PostingRemark()
    var words: [String] = []
    if old.isLocked != new.isLocked { words.append(new.isLocked ? "locked" : "unlocked") }
    if old.note != new.note { words.append("note '\(old.note)' now '\(new.note)'") }
    return words.isEmpty ? "" : " (\(words.joined(separator: "; ")))"
  }
}
