import Characters
import RosterModel
import Tables

extension FolderSnapshot {
  /// The rows that are there and could not be used, by the ids that other rows name them by.
  ///
  /// O(bytes of rows that could not be used).
  public var unusableRows: UnusableRows {
    var rows = UnusableRows()
    rows.ids = unusableSettings.ids
    rows.referencesInSettings = unusableSettings.references
    let isUnread = Set(unreadTables)
    for (table, kinds) in Self.kinds {
      if isUnread.contains(table) { rows.unread.formUnion(kinds) }
      guard let record = records[table], !record.badRows.isEmpty else { continue }
      let found = Self.ids(in: record)
      for kind in kinds { rows.ids[kind, default: []].formUnion(found) }
    }
    return rows
  }

  /// What rows of a table are named as.
  private static let kinds: [(RosterTable, [String])] = [
    (.districts, ["district", "place"]), (.departments, ["department", "place"]), (.beats, ["beat", "place"]),
    (.units, ["unit"]),
  ]

  /// The ids of the rows that could not be used; of one that cannot be taken apart, whatever stands in its place.
  private static func ids(in record: TableRecord) -> Set<String> {
    guard let slot = record.form.columns.firstIndex(of: "id") else { return [] }
    return record.badRows.withUnsafeBufferPointer { bytes in
      var ids: Set<String> = []
      var cursor = RowCursor(bytes, from: 0, delimiter: record.form.delimiter, keptFields: slot + 1)
      while true {
        switch cursor.next() {
        case .end: return ids
        case .row where cursor.fields.count > slot:
          ids.insert(String(decoding: cursor.fields[slot].bytes, as: UTF8.self).withoutDisguise)
        case .row, .malformed:
          let parts = cursor.rowBytes.split(
            separator: record.form.delimiter, maxSplits: slot + 1, omittingEmptySubsequences: false)
          if parts.count > slot { ids.insert(String(decoding: parts[slot], as: UTF8.self).withoutDisguise) }
        }
      }
    }
  }
}

/// Shifts and regimes that are written in `roster.toml` and could not be used.
struct UnusableSettings: Sendable {
  /// Their ids by kind, as they were meant.
  var ids: [String: Set<String>] = [:]
  /// How many references to them in the file itself are not told.
  var references = 0

  mutating func add(_ kind: String, _ id: String) { ids[kind, default: []].insert(id.withoutDisguise) }

  /// Whether an id is that of one, which is then a reference that is not told.
  mutating func explains(_ kind: String, _ id: String) -> Bool {
    guard ids[kind]?.contains(id.lowercased()) == true else { return false }
    references += 1
    return true
  }
}
