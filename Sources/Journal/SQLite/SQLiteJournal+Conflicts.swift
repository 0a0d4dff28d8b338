import GRDB
import RosterModel

extension SQLiteJournal {
  /// What the roster does not have and nobody has settled, in the order of the entries, as far as these can be relied upon.
  public func openConflicts() throws(JournalError) -> [ReplayConflict] {
    try reading { db in try self.openConflicts(db) }
  }

  /// Notes what a person decided about conflicts.
  public func settle(_ conflicts: [ReplayConflict], as settlement: Settlement) throws(JournalError) {
    try writing { db in try self.settle(conflicts, as: settlement, in: db) }
  }

  private func settle(_ conflicts: [ReplayConflict], as settlement: Settlement, in db: Database) throws {
    for conflict in conflicts {
      try db.execute(
        sql: "UPDATE conflict SET settled = ? WHERE entry = ? AND ordinal = ?",
        arguments: [settlement.rawValue, conflict.position.number, conflict.ordinal])
    }
  }

  /// Has what tables have lost be told no more where an act changes the same row.
  func settleOvertaken(by changes: [RowChange], in db: Database) throws {
    let query = "SELECT 1 FROM conflict WHERE settled IS NULL AND why = ? LIMIT 1"
    guard try Int.fetchOne(db.cachedStatement(sql: query), arguments: [ChangeFault.takenAway.rawValue]) != nil else {
      return
    }
    try settle(openConflicts(db).overtaken(by: changes), as: .overtaken, in: db)
  }

  /// What tables that hold the journal as far as a position should have.
  public func standing(through end: JournalPosition) throws(JournalError) -> StandingChanges {
    try reading { db in
      let reader = try EntryReader(db, path: self.path)
      var standing = StandingChanges()
      var known: Set<ChangeMark> = []
      try reader.each("SELECT entry, ordinal, why, settled FROM conflict", []) { row in
        let mark = ChangeMark(
          position: JournalPosition(try row.integer(0)), ordinal: Int(clamping: try row.integer(1)))
        let isSettled = try row.optionalText(3) != nil
        if isSettled { standing.settled.insert(mark) }
        // What was found lost before is looked for anew.
        let isFound = try row.text(2) == ChangeFault.takenAway.rawValue
        if isSettled || !isFound { known.insert(mark) }
      }
      var last: [RowChange: ReplayConflict] = [:]
      try reader.walk(after: .start) { record in
        guard record.position <= end else { return }
        switch record {
        case .sound(let entry): Self.follow(entry, &last)
        case .broken(let broken):
          // Nobody knows what it has changed.
          guard let entry = broken.says else { return last.removeAll() }
          for change in entry.draft.changes { last[change.row] = nil }
        }
      }
      standing.changes = last.values.filter { !known.contains($0.mark) }
        .sorted { ($0.position, $0.ordinal) < ($1.position, $1.ordinal) }
      return standing
    }
  }

  private static func follow(_ entry: JournalEntry, _ last: inout [RowChange: ReplayConflict]) {
    for (ordinal, change) in entry.draft.changes.enumerated() {
      last[change.row] = ReplayConflict(
        position: entry.position, ordinal: ordinal, change: change, fault: .takenAway)
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
