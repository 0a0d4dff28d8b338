import GRDB
import RosterModel

extension SQLiteJournal {
  /// Mends what is wrong with the entries and whatever hangs on them, in one transaction, and records that it did.
  ///
  /// No entry is written anew but by what vouches for it. What is damaged beyond that is named in the entry that records
  /// the repair, and so is known, and let stand, from then on: all seals stay as people may have kept them.
  ///
  /// - Parameters:
  ///   - kept: what the roster's tail file has.
  ///   - done: what was done to the file before.
  /// - Returns: what was done in all, and the entry; nothing and `nil` where there is nothing to mend.
  func mend(
    by author: Author, at time: Int64, keeping kept: KeptTail?, after done: [MendingStep]
  ) throws(JournalError) -> (steps: [MendingStep], entry: JournalEntry?) {
    // Entries that are put back take the places of others, and what is let stand may refer to what is not there.
    try attempt { db in try db.execute(sql: "PRAGMA foreign_keys = OFF") }
    return try writing { db in
      var steps = try done + self.restoreEntries(db, kept) + self.restoreSeals(db)
      var mended: [MendedEntries] = []
      for broken in try self.audit(db).chain.unmended { mended += broken.mended }
      if let last = mended.last { try self.giveNoMore(db, through: last.last) }
      steps += mended.map(MendingStep.letStand)
      steps += try self.dropCheckpoints(db) + self.restoreCheckpoint(db, kept)
      steps += try self.dropRows(db) + self.dropConflicts(db)
      guard !steps.isEmpty else { return ([], nil) }
      var draft = EntryDraft(kind: .repair, name: "repair the journal", changes: [])
      draft.reason = steps.prefix(Self.mostWords).map(\.description).joined(separator: "; ")
      if steps.count > Self.mostWords { draft.reason += "; and \(steps.count - Self.mostWords) more" }
      draft.mended = mended
      let entry = try EntryWriter(db).write(NewEntry(at: time, author: author, draft: draft))
      if let fault = try self.audit(db).faults.first {
        throw JournalError.damaged(path: self.path, reason: "it could not be mended: \(fault)")
      }
      return (steps, entry)
    }
  }

  /// Has no position as far as the one given be given to another entry.
  private func giveNoMore(_ db: Database, through last: JournalPosition) throws {
    try db.execute(
      sql: "UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = 'entry'", arguments: [last.number])
    guard db.changesCount == 0 else { return }
    try db.execute(sql: "INSERT INTO sqlite_sequence(name, seq) VALUES ('entry', ?)", arguments: [last.number])
  }

  /// How many steps the reason of a repair tells; its marks have all.
  private static let mostWords = 10

  /// Puts back what the tail file has of entries that are not as they were recorded.
  private func restoreEntries(_ db: Database, _ kept: KeptTail?) throws -> [MendingStep] {
    guard let kept, try EntryFormat(of: db, path: path).hasSeals else { return [] }
    var entries: [JournalPosition: JournalEntry] = [:]
    for entry in kept.entries { entries[entry.position] = entry }
    var steps: [MendingStep] = []
    let writer = try EntryWriter(db)
    for broken in try audit(db).chain.unmended where broken.fault != .sealLost {
      var first = broken.position
      if case .afterMissing(let start) = broken.fault { first = start }
      guard broken.last.number - first.number < entries.count else { continue }
      for number in first.number...broken.last.number {
        guard let entry = entries[JournalPosition(number)], try isNext(entry, db) else { continue }
        for table in try Self.rowTables(EntryFormat(of: db, path: path)) + ["entry"] {
          let column = table == "entry" ? "position" : "entry"
          try db.execute(sql: "DELETE FROM \(table) WHERE \(column) = ?", arguments: [number])
        }
        try writer.restore(entry)
        steps.append(.restoredEntry(entry.position))
      }
    }
    return steps
  }

  /// Whether an entry follows upon the one that the file has before it.
  private func isNext(_ entry: JournalEntry, _ db: Database) throws -> Bool {
    let reader = try EntryReader(db, path: path)
    return EntrySeal(entry, after: try reader.seal(before: entry.position)) == entry.seal
  }

  private func restoreSeals(_ db: Database) throws -> [MendingStep] {
    guard try EntryFormat(of: db, path: path).hasSeals else { return [] }
    let reader = try EntryReader(db, path: path)
    let writer = try EntryWriter(db)
    var steps: [MendingStep] = []
    for broken in try audit(db).chain.broken where broken.fault == .sealLost {
      guard let entry = broken.says else { continue }
      try writer.seal(entry.position.number, EntrySeal(entry, after: reader.seal(before: entry.position)))
      steps.append(.restoredSeal(entry.position))
    }
    return steps
  }

  private func dropCheckpoints(_ db: Database) throws -> [MendingStep] {
    let broken = try audit(db).brokenCheckpoints
    for number in broken {
      // Marks of conflicts stay, and are of the next checkpoint that is looked at.
      try db.execute(sql: "DELETE FROM checkpoint WHERE number = ?", arguments: [number])
      try db.execute(
        sql: """
          UPDATE conflict SET checkpoint = (SELECT coalesce(max(number), checkpoint) FROM checkpoint) WHERE checkpoint = ?
          """, arguments: [number])
    }
    return broken.map(MendingStep.droppedCheckpoint)
  }

  /// Notes the checkpoint that the tail file begins with, if the journal goes on from there and has lost it.
  private func restoreCheckpoint(_ db: Database, _ kept: KeptTail?) throws -> [MendingStep] {
    guard let kept, kept.start.through > .start else { return [] }
    let chain = try chain(db, sealsAt: [kept.start.through])
    guard chain.seals[kept.start.through] == kept.startSeal, try noteStart(db, kept) else { return [] }
    return [.restoredCheckpoint(kept.start.through)]
  }

  private func dropConflicts(_ db: Database) throws -> [MendingStep] {
    let lost = try lostConflicts(db)
    for conflict in lost {
      try db.execute(
        sql: "DELETE FROM conflict WHERE entry = ? AND ordinal = ?", arguments: [conflict.entry, conflict.ordinal])
    }
    return lost.isEmpty ? [] : [.droppedConflicts(lost.count)]
  }

  private func dropRows(_ db: Database) throws -> [MendingStep] {
    var count = 0
    try db.execute(sql: "DELETE FROM entry WHERE position < 1")
    count += db.changesCount
    for table in Self.rowTables(try EntryFormat(of: db, path: path)) {
      try db.execute(sql: "DELETE FROM \(table) WHERE \(Self.isStray)")
      count += db.changesCount
    }
    return count == 0 ? [] : [.droppedRows(count)]
  }
}

extension SQLiteJournal {
  /// The seal of the entry at a position.
  public func seal(at position: JournalPosition) throws(JournalError) -> EntrySeal {
    try reading { db in try self.seal(db, at: position) }
  }

  /// Brings what is in the write-ahead log into the file itself, as far as nobody is reading an older state of it.
  public func flush() throws(JournalError) -> Bool {
    try checkInPlace()
    return try attempt { db in
      let result = try db.checkpoint(.passive)
      return result.walFrameCount == result.checkpointedFrameCount
    }
  }

  /// Puts entries at the journal's end that it has lost, as they were recorded.
  public func restore(_ kept: KeptTail) throws(JournalError) -> LostEntries? {
    // Mostly nothing is lost, and then nobody is kept waiting.
    if let lost = try reading({ db in try self.lost(db, kept) }), lost.isEmpty { return lost }
    return try writing { db -> LostEntries?? in
      guard let lost = try self.lost(db, kept) else { return .some(nil) }
      guard !lost.isEmpty else { return lost }
      if lost.isGap { try self.noteRestart(db, kept) }
      let writer = try EntryWriter(db)
      for entry in lost.entries { try writer.restore(entry) }
      try self.noteStart(db, kept)
      return lost
    } ?? nil
  }

  private func lost(_ db: Database, _ kept: KeptTail) throws -> LostEntries? {
    let end = JournalPosition(try Int64.fetchOne(db, sql: "SELECT max(position) FROM entry") ?? 0)
    // A journal that goes farther is held against what was kept at the last entry that both have.
    let common = min(end, kept.end)
    return kept.lost(by: common, sealed: common < kept.start.through ? .start : try seal(db, at: common))
  }

  /// Notes from where the chain goes on, and that no position before it is given to another entry.
  private func noteRestart(_ db: Database, _ kept: KeptTail) throws {
    let position = kept.start.through.number
    try db.execute(
      sql: "INSERT OR REPLACE INTO restart(position, seal) VALUES (?, ?)", arguments: [position, kept.startSeal.text])
    try db.execute(sql: "UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = 'entry'", arguments: [position])
    guard db.changesCount == 0 else { return }
    try db.execute(sql: "INSERT INTO sqlite_sequence(name, seq) VALUES ('entry', ?)", arguments: [position])
  }

  /// Notes the checkpoint that what was kept begins with, where the journal has lost that too.
  ///
  /// - Returns: whether it had.
  @discardableResult
  func noteStart(_ db: Database, _ kept: KeptTail) throws -> Bool {
    let latest = try Int64.fetchOne(db, sql: "SELECT max(through) FROM checkpoint WHERE state = 'done'")
    guard latest.map({ $0 < kept.start.through.number }) ?? true else { return false }
    _ = try insert(kept.start, into: db)
    return true
  }

  private func seal(_ db: Database, at position: JournalPosition) throws -> EntrySeal {
    // A file of format 1 has no seals.
    guard position > .start, try EntryFormat(of: db, path: path).hasSeals else { return .start }
    let found = try String.fetchOne(db, sql: "SELECT seal FROM entry WHERE position = ?", arguments: [position.number])
    let restarted = try String.fetchOne(
      db, sql: "SELECT seal FROM restart WHERE position = ?", arguments: [position.number])
    guard let seal = (found ?? restarted).flatMap({ EntrySeal(text: $0) }) else {
      throw JournalError.damaged(path: path, reason: "entry \(position.number) is not there, or its seal is none")
    }
    return seal
  }
}
