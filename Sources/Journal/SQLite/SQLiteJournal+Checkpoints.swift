import GRDB
import RosterModel

extension SQLiteJournal {
  /// What is needed to tell the roster from its tables.
  public func tail() throws(JournalError) -> JournalTail {
    try reading { db in
      let reader = try EntryReader(db, path: self.path)
      var candidates: [Checkpoint] = []
      let query = """
        SELECT * FROM checkpoint WHERE number >= coalesce((SELECT max(number) FROM checkpoint WHERE state = 'done'), 0)
        ORDER BY number
        """
      try reader.each(query, []) { row in candidates.append(try Self.checkpoint(row)) }
      let start = candidates.map(\.through).min() ?? .start
      return JournalTail(
        candidates: candidates, entries: try reader.entries(after: start),
        lastCheckpoint: candidates.last?.number ?? 0,
        outside: try Int64.fetchOne(db, sql: "SELECT max(number) FROM checkpoint WHERE origin = 'outside'") ?? 0)
    }
  }

  /// Records a checkpoint, unless another has been recorded since the one of the number given.
  public func record(
    _ checkpoint: NewCheckpoint, conflicts: [ReplayConflict], after last: Int64
  ) throws(JournalError) -> Checkpoint? {
    try writing { db -> Checkpoint? in
      let known = try Int64.fetchOne(db, sql: "SELECT max(number) FROM checkpoint") ?? 0
      guard known == last else { return nil }
      let recorded = try self.insert(checkpoint, into: db)
      if checkpoint.origin == .outside {
        // They were looked for anew.
        try db.execute(
          sql: "DELETE FROM conflict WHERE (entry > ? OR why = ?) AND settled IS NULL",
          arguments: [checkpoint.through.number, ChangeFault.takenAway.rawValue])
      }
      for conflict in conflicts {
        try db.execute(
          sql: """
            INSERT INTO conflict(entry, ordinal, checkpoint, why) VALUES (?, ?, ?, ?)
            ON CONFLICT(entry, ordinal) DO NOTHING
            """,
          arguments: [conflict.position.number, conflict.ordinal, recorded.number, conflict.fault.rawValue])
      }
      return recorded
    }
  }

  /// Writes a checkpoint and gives it its number.
  func insert(_ checkpoint: NewCheckpoint, into db: Database) throws -> Checkpoint {
    let prints = checkpoint.tables.prints
    guard prints.count == TablePrints.tables.count else {
      throw JournalError.failed(path: path, reason: "a checkpoint without its tables")
    }
    try db.execute(
      sql: """
        INSERT INTO checkpoint(at, through, state, origin, assignments, absences, publications, published, sum)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)
        """,
      arguments: [
        checkpoint.at, checkpoint.through.number, checkpoint.isDone ? "done" : "planned", checkpoint.origin.rawValue,
        prints[0], prints[1], prints[2], prints[3],
      ])
    let recorded = Checkpoint(number: db.lastInsertedRowID, content: checkpoint)
    try db.execute(
      sql: "UPDATE checkpoint SET sum = ? WHERE number = ?", arguments: [Checksum(recorded).sum, recorded.number])
    return recorded
  }

  /// Notes that the tables of a checkpoint are in their places.
  public func finish(_ checkpoint: Checkpoint) throws(JournalError) {
    try writing { db in
      try db.execute(sql: "UPDATE checkpoint SET state = 'done' WHERE number = ?", arguments: [checkpoint.number])
    }
  }

  static func checkpoint(_ row: JournalRow) throws(JournalError) -> Checkpoint {
    guard let origin = NewCheckpoint.Origin(rawValue: try row.text(4)) else { throw row.damaged(4) }
    var prints: [String] = []
    for column in 5..<9 { prints.append(try row.text(column)) }
    let checkpoint = Checkpoint(
      number: try row.integer(0),
      content: NewCheckpoint(
        at: try row.integer(1), through: JournalPosition(try row.integer(2)), tables: TablePrints(prints: prints),
        origin: origin, isDone: try row.text(3) == "done"))
    guard Checksum(checkpoint).sum == (try row.integer(9)) else { throw row.damaged(9) }
    return checkpoint
  }
}
