import GRDB
import RosterModel

extension SQLiteJournal {
  /// What could not be replayed and nobody has settled, in the order of the entries, as far as these can be relied upon.
  public func openConflicts() throws(JournalError) -> [ReplayConflict] {
    try reading { db in try self.openConflicts(db) }
  }

  /// Notes what a person decided about a conflict.
  public func settle(_ conflict: ReplayConflict, as settlement: Settlement) throws(JournalError) {
    try writing { db in
      try db.execute(
        sql: "UPDATE conflict SET settled = ? WHERE entry = ? AND ordinal = ?",
        arguments: [settlement.rawValue, conflict.position.number, conflict.ordinal])
    }
  }

  func openConflicts(_ db: Database) throws -> [ReplayConflict] {
    var marks: [(position: Int64, ordinal: Int, fault: ChangeFault)] = []
    let reader = try EntryReader(db, path: path)
    let query = "SELECT entry, ordinal, why FROM conflict WHERE settled IS NULL ORDER BY entry, ordinal"
    try reader.each(query, []) { row in
      guard let fault = ChangeFault(rawValue: try row.text(2)) else { return }
      marks.append((try row.integer(0), Int(clamping: try row.integer(1)), fault))
    }
    var positions: [Int64] = []
    for mark in marks where positions.last != mark.position { positions.append(mark.position) }
    var changes: [Int64: [RowChange]] = [:]
    for entry in try reader.entries(at: positions) { changes[entry.position.number] = entry.draft.changes }
    return marks.compactMap { mark in
      guard let own = changes[mark.position], own.indices.contains(mark.ordinal) else { return nil }
      return ReplayConflict(
        position: JournalPosition(mark.position), ordinal: mark.ordinal, change: own[mark.ordinal], fault: mark.fault)
    }
  }
}
