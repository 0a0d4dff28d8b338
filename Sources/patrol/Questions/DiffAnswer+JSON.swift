import RosterModel

extension DiffAnswer: Encodable {
  private enum Key: String, CodingKey {
    case formatVersion, isEqual, summary, cells, units, tables, settingsDiffer
  }

  private struct Summary: Encodable {
    var added: Int
    var removed: Int
    var changed: Int
    var units: Int
  }

  private struct Remark: Encodable {
    var locked: Bool
    var note: String

    init(_ remark: PostingRemark) {
      locked = remark.isLocked
      note = remark.note
    }
  }

  private struct Change: Encodable {
    var change: String
    var day: String
    var shift: String
    var beat: String
    var unit: String
    var old: Remark?
    var new: Remark?

    init(_ change: PostingChange) {
      self.change = change.isAdded ? "added" : change.isRemoved ? "removed" : "changed"
      day = change.posting.day.description
      shift = change.posting.shift
      beat = change.posting.beat
      unit = change.posting.unit
      old = change.old.map(Remark.init)
      new = change.new.map(Remark.init)
    }
  }

  private struct Cell: Encodable {
    var day: String
    var shift: String
    var beat: String
    var changes: [Change]
  }

  private struct Absence: Encodable {
    var change: String
    var days: String
    var shift: String?
    var reason: String
  }

  private struct Unit: Encodable {
    var unit: String
    var callsign: String?
    var changes: [Change]
    var absences: [Absence]
  }

  private struct Table: Encodable {
    var table: String
    var added: Int
    var removed: Int
    var changed: Int
  }

  /// The answer for programs.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode("1.1", forKey: .formatVersion)
    try container.encode(isEmpty, forKey: .isEqual)
    try container.encode(settingsDiffer, forKey: .settingsDiffer)
    let counts = counts
    try container.encode(
      Summary(
        added: counts.added, removed: counts.removed, changed: counts.changed, units: difference.units.count),
      forKey: .summary)
    try container.encode(
      difference.cells.map {
        Cell(day: $0.day.description, shift: $0.shift, beat: $0.beat, changes: $0.changes.map(Change.init))
      }, forKey: .cells)
    try container.encode(difference.units.map(unit), forKey: .units)
    try container.encode(
      tables.map { Table(table: $0.table.rawValue, added: $0.added, removed: $0.removed, changed: $0.changed) },
      forKey: .tables)
  }

  private func unit(_ unit: RosterDifference.Unit) -> Unit {
    Unit(
      unit: unit.unit, callsign: callsigns[unit.unit], changes: unit.changes.map(Change.init),
      absences: unit.absences.map {
        Absence(
          change: $0.isAdded ? "added" : "removed", days: $0.days, shift: $0.shift, reason: $0.reason.rawValue)
      })
  }
}
