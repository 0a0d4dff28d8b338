import GRDB
import RosterModel

extension SQLiteJournal {
  /// Walks the chain of the entries.
  ///
  /// - Parameter wanted: the positions whose seals are asked for.
  public func chain(sealsAt wanted: Set<JournalPosition> = []) throws(JournalError) -> ChainAudit {
    try reading { db in try self.chain(db, sealsAt: wanted) }
  }

  /// Looks at all that the file holds.
  ///
  /// - Parameter wanted: the positions whose seals are asked for.
  public func audit(sealsAt wanted: Set<JournalPosition> = []) throws(JournalError) -> JournalAudit {
    try looking { db in try self.audit(db, sealsAt: wanted) }
  }

  /// Runs reads that see one moment, and may meet with what is damaged: after that nothing can be committed any more.
  private func looking<Value>(_ work: (Database) throws -> Value) throws(JournalError) -> Value {
    try attempt { db in
      var value: Value?
      try db.inTransaction(.deferred) {
        value = try work(db)
        return .rollback
      }
      guard let value else { throw JournalError.failed(path: self.path, reason: "nothing was read") }
      return value
    }
  }

  func audit(_ db: Database, sealsAt wanted: Set<JournalPosition> = []) throws -> JournalAudit {
    var audit = JournalAudit(format: try Self.header(db, "user_version"))
    audit.structure = try self.structure(db)
    do {
      audit.chain = try chain(db, sealsAt: wanted)
      audit.isChainRead = true
      try auditCheckpoints(db, &audit)
      try auditRows(db, &audit)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
      // What could not be read on the way is one of these too.
      if audit.structure.isEmpty { audit.structure.append(error.message ?? "\(error.resultCode)") }
    }
    return audit
  }

  /// What SQLite finds wrong with the file.
  func structure(_ db: Database) throws -> [String] {
    do {
      let words = try String.fetchAll(db, sql: "PRAGMA integrity_check(10)")
      return words == ["ok"] ? [] : words.flatMap { $0.split(separator: "\n").map(String.init) }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
      return [error.message ?? "\(error.resultCode)"]
    }
  }

  func chain(_ db: Database, sealsAt wanted: Set<JournalPosition>) throws -> ChainAudit {
    var chain = ChainAudit()
    let reader = try EntryReader(db, path: path)
    chain.isSealed = reader.format.hasSeals
    try reader.walk(after: .start) { record in chain.add(record, wanted: wanted) }
    // The checkpoints know of it too where the end was cut off and the count of positions set back.
    let through = try Int64.fetchOne(db, sql: "SELECT max(through) FROM checkpoint") ?? 0
    let end = max(chain.last, chain.broken.last?.last ?? .start)
    if through > end.number {
      let missing = BrokenEntry(
        position: JournalPosition(end.number + 1), fault: .missing(through: JournalPosition(through)))
      chain.add(.broken(missing), wanted: wanted)
    }
    // Where the chain goes on after a lost file, the seal before it is known without its entry.
    for (position, seal) in try reader.restarts() where chain.seals[JournalPosition(position)] == nil {
      if wanted.contains(JournalPosition(position)) { chain.seals[JournalPosition(position)] = seal }
    }
    return chain
  }

  private func auditCheckpoints(_ db: Database, _ audit: inout JournalAudit) throws {
    let reader = try EntryReader(db, path: path)
    try reader.each("SELECT * FROM checkpoint ORDER BY number", []) { row in
      audit.checkpointCount += 1
      do throws(JournalError) {
        audit.lastCheckpoint = try Self.checkpoint(row)
      } catch {
        audit.brokenCheckpoints.append(try row.integer(0))
      }
    }
  }

  private func auditRows(_ db: Database, _ audit: inout JournalAudit) throws {
    audit.openConflicts = try Int.fetchOne(db, sql: "SELECT count(*) FROM conflict WHERE settled IS NULL") ?? 0
    audit.lostConflicts = try lostConflicts(db).count
    for table in Self.rowTables(try EntryFormat(of: db, path: path)) {
      audit.strayRows += try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table) WHERE \(Self.isStray)") ?? 0
    }
    audit.strayRows += try Int.fetchOne(db, sql: "SELECT count(*) FROM entry WHERE position < 1") ?? 0
  }

  /// The conflicts that nobody can be shown, because their entry cannot be relied upon or has no such change.
  func lostConflicts(_ db: Database) throws -> [(entry: Int64, ordinal: Int64)] {
    let known = Set(try openConflicts(db).map { "\($0.position.number) \($0.ordinal)" })
    var lost: [(entry: Int64, ordinal: Int64)] = []
    try EntryReader(db, path: path).each("SELECT entry, ordinal FROM conflict WHERE settled IS NULL", []) { row in
      let (entry, ordinal) = (try row.integer(0), try row.integer(1))
      if !known.contains("\(entry) \(ordinal)") { lost.append((entry, ordinal)) }
    }
    return lost
  }

  /// The tables of rows that belong to an entry each.
  static func rowTables(_ format: EntryFormat) -> [String] {
    ChangeTable.all(of: format).map(\.rawValue) + (format.hasSeals ? ["mended"] : [])
  }

  /// The condition of a row that belongs to none.
  static let isStray = "entry NOT IN (SELECT position FROM entry)"
}
