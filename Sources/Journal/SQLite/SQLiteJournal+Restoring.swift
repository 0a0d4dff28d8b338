import GRDB
import RosterModel

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
    guard position > .start, try EntryFormat(of: db, path: path) == .sealed else { return .start }
    let found = try String.fetchOne(db, sql: "SELECT seal FROM entry WHERE position = ?", arguments: [position.number])
    let restarted = try String.fetchOne(
      db, sql: "SELECT seal FROM restart WHERE position = ?", arguments: [position.number])
    guard let seal = (found ?? restarted).flatMap({ EntrySeal(text: $0) }) else {
      throw JournalError.damaged(path: path, reason: "entry \(position.number) is not there, or its seal is none")
    }
    return seal
  }
}
