import RosterModel

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
