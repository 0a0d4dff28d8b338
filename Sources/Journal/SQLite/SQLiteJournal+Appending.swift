import GRDB
import RosterModel

extension SQLiteJournal {
  /// Records an act, after looking at what others have recorded meanwhile.
  public func append(
    after basis: JournalPosition, key: String?, _ decide: (JournalNews) throws(EditRefusal) -> NewEntry
  ) throws(EditRefusal) -> JournalEntry {
    var refusal: EditRefusal?
    do throws(JournalError) {
      return try writing { db in
        do {
          if let key, let entry = try self.entry(db, key: key) { throw EditRefusal.alreadyRecorded(entry) }
          let entry = try decide(try self.news(db, after: basis))
          guard entry.draft.key == key else {
            throw JournalError.failed(path: self.path, reason: "the act has another key than was asked for")
          }
          try self.settleOvertaken(by: entry.draft.changes, in: db)
          return try EntryWriter(db).write(entry)
        } catch let error as EditRefusal {
          refusal = error
          throw error
        }
      }
    } catch {
      throw refusal ?? .notWritten("\(error)", error.obstacle)
    }
  }

  /// What has been recorded after a position.
  public func news(after position: JournalPosition) throws(JournalError) -> JournalNews {
    let news = try reading { db in try self.news(db, after: position) }
    if let broken = news.broken.first(where: { $0.mendedBy == nil }) { throw .damaged(path: path, reason: "\(broken)") }
    return news
  }

  private func news(_ db: Database, after position: JournalPosition) throws -> JournalNews {
    var news = JournalNews(
      outside: try Int64.fetchOne(
        db.cachedStatement(sql: "SELECT max(number) FROM checkpoint WHERE origin = 'outside'")) ?? 0)
    for record in try EntryReader(db, path: path).records(after: position) {
      if let entry = record.entry {
        news.entries.append(entry)
      } else if case .broken(let broken) = record {
        news.broken.append(broken)
      }
    }
    return news
  }
}

extension SQLiteJournal {
  /// The entries that a filter lets through, in their order, as far as they can be relied upon.
  public func entries(matching filter: EntryFilter) throws(JournalError) -> [JournalEntry] {
    try reading { db in
      let reader = try EntryReader(db, path: self.path)
      return try reader.entries(at: try self.positions(matching: filter, reader))
    }
  }

  /// The entries that a filter lets through, in their order, and between and after them whatever is broken.
  public func records(matching filter: EntryFilter) throws(JournalError) -> [EntryRecord] {
    try reading { db in
      let reader = try EntryReader(db, path: self.path)
      let listed = try self.positions(matching: filter, reader)
      guard filter.position == nil, filter.among == nil else {
        return try listed.flatMap { try reader.records(after: JournalPosition($0 - 1), through: JournalPosition($0)) }
      }
      // Where there are fewer than were asked for, nothing before the first was left out.
      let isCut = filter.limit.map { listed.count >= $0 } ?? false
      var records: [EntryRecord] = []
      let wanted = Set(listed)
      try reader.walk(after: JournalPosition(isCut ? (listed.first ?? .max) - 1 : 0)) { record in
        if record.entry == nil || wanted.contains(record.position.number) { records.append(record) }
      }
      return records
    }
  }

  private func positions(matching filter: EntryFilter, _ reader: EntryReader) throws -> [Int64] {
    let query = FilterQuery(filter, reader.format)
    var positions: [Int64] = []
    try reader.each(query.text, StatementArguments(query.arguments)) { row in
      positions.append(try row.integer(0))
    }
    return positions.reversed()
  }

  /// The latest acts of a person that can be undone and redone.
  public func history(of person: String, limit: Int) throws(JournalError) -> EntryHistory {
    try reading { db in
      let reader = try EntryReader(db, path: self.path)
      var latest: [Int64] = []
      let query = "SELECT position FROM entry WHERE person = ? ORDER BY position DESC LIMIT ?"
      try reader.each(query, [person, limit]) { row in latest.append(try row.integer(0)) }
      var history = EntryHistory()
      for entry in try reader.entries(at: latest.reversed()) { history.follow(entry) }
      return history
    }
  }

  /// The entry of a key.
  public func entry(key: String) throws(JournalError) -> JournalEntry? {
    try reading { db in try self.entry(db, key: key) }
  }

  func entry(_ db: Database, key: String) throws -> JournalEntry? {
    let reader = try EntryReader(db, path: path)
    guard reader.format.hasSeals,
      let position = try Int64.fetchOne(
        db.cachedStatement(sql: "SELECT position FROM entry WHERE key = ?"), arguments: [key])
    else { return nil }
    return try reader.sound(at: position)
  }
}

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
