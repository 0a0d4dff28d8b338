import RosterModel
import Tables

/// Writes a table of a roster as bytes, in the form in which it was read.
struct TableWriter {
  private let rows: TableRows
  private let record: TableRecord

  /// A writer of a table; `record` says how it was read.
  init(_ table: RosterTable, of roster: Roster, record: TableRecord) {
    rows = TableRows(table, of: roster)
    self.record = record
  }

  /// The form in which the table is written.
  ///
  /// Columns come in their fixed order, unknown ones last; an optional one that the table lacks is added only where a
  /// row needs it. While the table has bad rows, which are written as they are, its own order of columns stays.
  func form(_ order: [Int]) -> TableForm {
    let known = rows.table.columns
    var form = record.form
    guard record.state == .read else {
      form.columns = known
      return form
    }
    let needed = neededColumns(order)
    if record.badRows.isEmpty {
      form.columns =
        known.filter { form.columns.contains($0) || needed.contains($0) }
        + record.extras.written.map { record.extras.names[$0] }
    } else {
      form.columns += known.filter { !form.columns.contains($0) && needed.contains($0) }
    }
    return form
  }

  /// The whole table: header, sorted rows, and the bad rows as they were.
  func bytes() -> (bytes: [UInt8], form: TableForm) {
    let order = rows.order()
    let form = form(order)
    let known = rows.table.columns
    let sources = form.columns.map { known.firstIndex(of: $0) }
    // By their order and not by name: columns without one are told apart by nothing else.
    var others = (record.badRows.isEmpty ? record.extras.written : Array(record.extras.names.indices)).makeIterator()
    let extraPositions = sources.map { $0 == nil ? others.next() : nil }
    var extras = record.extras
    var writer = CSVText(form: form.csv, reserving: order.count * 48 + record.badRows.count + 256)
    writer.append(row: form.columns)
    var fields: [String] = []
    var line: [String] = []
    for index in order {
      rows.write(index, to: &fields)
      let values = extras.names.isEmpty ? [] : extras.take(rows.key(fields))
      line.removeAll(keepingCapacity: true)
      for (source, extra) in zip(sources, extraPositions) {
        line.append(source.map { fields[$0] } ?? extra.map { values[$0] } ?? "")
      }
      writer.append(row: line)
    }
    writer.append(verbatim: record.badRows)
    return (writer.bytes, form)
  }

  /// The columns that the table lacks and some row has something to say in.
  private func neededColumns(_ order: [Int]) -> [String] {
    let known = rows.table.columns
    var missing = known.indices.filter { !record.form.columns.contains(known[$0]) }
    var needed: [String] = []
    var fields: [String] = []
    for index in order where !missing.isEmpty {
      rows.write(index, to: &fields)
      missing.removeAll { column in
        guard !rows.isDefault(column, fields) else { return false }
        needed.append(known[column])
        return true
      }
    }
    return needed
  }
}

/// How many rows of a table differ between two rosters.
public struct TableDifference: Hashable, Sendable {
  /// The table.
  public var table: RosterTable
  /// Rows that only the new roster has.
  public var added = 0
  /// Rows that only the old roster has.
  public var removed = 0
  /// Rows that both have by their key, and that say something else.
  public var changed = 0

  /// What differs in a table; `nil` where nothing does.
  ///
  /// Rows are compared as their file would hold them, whatever order they are in. O(rows).
  public init?(_ table: RosterTable, from old: Roster, to new: Roster) {
    self.table = table
    guard RosterComparison(old: old, new: new).mayDiffer(table) else { return nil }
    let before = Self.rowsByKey(table, old)
    let after = Self.rowsByKey(table, new)
    for (key, rows) in before {
      let others = after[key] ?? []
      let common = min(rows.count, others.count)
      removed += rows.count - common
      if rows.count == others.count {
        changed += zip(rows, others).count { $0 != $1 }
      } else {
        added += others.count - common
      }
    }
    for (key, rows) in after where before[key] == nil { added += rows.count }
    if added == 0, removed == 0, changed == 0 { return nil }
  }

  private static func rowsByKey(_ table: RosterTable, _ roster: Roster) -> [String: [String]] {
    let rows = TableRows(table, of: roster)
    var byKey: [String: [String]] = [:]
    var fields: [String] = []
    for index in 0..<rows.count {
      rows.write(index, to: &fields)
      byKey[rows.key(fields), default: []].append(fields.joined(separator: "\u{1F}"))
    }
    return byKey.mapValues { $0.sorted() }
  }
}

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
    case .manoeuvres: old.manoeuvres != new.manoeuvres
    case .calls: old.calls != new.calls
    case .incidents: old.incidents != new.incidents
    }
  }
}
