import GRDB
import RosterModel

/// Writes an entry with its changes.
struct EntryWriter {
  private let db: Database
  private let postings: Statement
  private let absences: Statement
  private let publications: Statement
  private let published: Statement

  init(_ db: Database) throws {
    self.db = db
    postings = try db.cachedStatement(sql: "INSERT INTO posting_change VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    absences = try db.cachedStatement(sql: "INSERT INTO absence_change VALUES (?, ?, ?, ?, ?, ?, ?)")
    publications = try db.cachedStatement(sql: "INSERT INTO publication_change VALUES (?, ?, ?, ?, ?, ?, ?)")
    published = try db.cachedStatement(sql: "INSERT INTO published_change VALUES (?, ?, ?, ?, ?, ?, ?)")
  }

  /// Writes an entry and gives it its position.
  func write(_ entry: NewEntry) throws -> JournalEntry {
    let draft = entry.draft
    let previous =
      try Int64.fetchOne(try db.cachedStatement(sql: "SELECT sum FROM entry ORDER BY position DESC LIMIT 1")) ?? 0
    try db.cachedStatement(
      sql: """
        INSERT INTO entry(at, person, session, kind, of, name, reason, forced, sum) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)
        """
    ).execute(arguments: [
      entry.at, entry.author.person, entry.author.session, draft.kind.word, draft.kind.position?.number, draft.name,
      draft.reason, draft.isForced ? 1 : 0,
    ])
    let position = db.lastInsertedRowID
    let hasSeen = entry.seen.count == draft.changes.count
    for (ordinal, change) in draft.changes.enumerated() {
      try write(change, position, ordinal, seen: hasSeen ? entry.seen[ordinal] : nil)
    }
    let recorded = JournalEntry(
      position: JournalPosition(position), at: entry.at, author: entry.author, draft: draft,
      seen: hasSeen ? entry.seen : [])
    try db.cachedStatement(sql: "UPDATE entry SET sum = ? WHERE position = ?").execute(arguments: [
      Checksum(recorded, after: previous).sum, position,
    ])
    return recorded
  }

  private func write(_ change: RowChange, _ entry: Int64, _ ordinal: Int, seen: UInt64?) throws {
    switch change {
    case .posting(let change):
      let name = change.posting
      postings.setUncheckedArguments([
        entry, ordinal, name.day.description, name.shift, name.beat, name.unit, Self.status(change.old),
        change.old?.note, Self.status(change.new), change.new?.note, seen.map { Int64(bitPattern: $0) },
      ])
      try postings.execute()
    case .absence(let change):
      absences.setUncheckedArguments([
        entry, ordinal, change.unit, change.days, change.shift, change.reason.rawValue, change.isAdded ? 1 : 0,
      ])
      try absences.execute()
    case .publication(let change):
      publications.setUncheckedArguments([
        entry, ordinal, change.district, change.day.description, change.at, change.by, change.isAdded ? 1 : 0,
      ])
      try publications.execute()
    case .published(let name, let isAdded):
      published.setUncheckedArguments([
        entry, ordinal, name.day.description, name.shift, name.beat, name.unit, isAdded ? 1 : 0,
      ])
      try published.execute()
    }
  }

  private static func status(_ remark: PostingRemark?) -> String? { remark.map { $0.isLocked ? "locked" : "" } }
}
