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

  /// Writes an entry, gives it its position and seals it.
  ///
  /// - Throws: also `EditRefusal.notWritten` for a text that the database would keep only a part of.
  func write(_ entry: NewEntry) throws -> JournalEntry {
    let previous = try previousSeal()
    var recorded = JournalEntry(
      position: .start, at: entry.at, author: entry.author, draft: entry.draft, seen: entry.notedPrints)
    recorded.position = JournalPosition(try insert(recorded, at: nil))
    let bytes = EntryCode.bytes(of: recorded)
    guard !CodedLine.holdsZero(bytes) else {
      throw EditRefusal.notWritten(
        "what it changes holds a NUL character, which the journal cannot keep; take it out of the table first",
        .request)
    }
    recorded.seal = EntrySeal(bytes, after: previous)
    try seal(recorded.position.number, recorded.seal)
    return recorded
  }

  /// Writes an entry that was recorded before, as it was.
  func restore(_ entry: JournalEntry) throws {
    _ = try insert(entry, at: entry.position.number)
    try seal(entry.position.number, entry.seal)
  }

  /// Writes all of an entry but its seal.
  ///
  /// - Parameter position: where it stands; `nil` for the next.
  /// - Returns: its position.
  private func insert(_ entry: JournalEntry, at position: Int64?) throws -> Int64 {
    let (author, draft) = (entry.author, entry.draft)
    try db.cachedStatement(
      sql: """
        INSERT INTO entry(
          position, at, person, session, user, host, terminal, key, request, kind, of, name, reason, forced, seal)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')
        """
    ).execute(arguments: [
      position, entry.at, author.person, author.session, author.origin?.user, author.origin?.host,
      author.origin?.terminal, draft.key, draft.request, draft.kind.word, draft.kind.position?.number, draft.name,
      draft.reason, draft.isForced ? 1 : 0,
    ])
    let position = db.lastInsertedRowID
    for (ordinal, change) in draft.changes.enumerated() {
      try write(change, position, ordinal, seen: entry.seen.isEmpty ? nil : entry.seen[ordinal])
    }
    for (ordinal, mended) in draft.mended.enumerated() { try write(mended, position, ordinal) }
    return position
  }

  /// Notes the seal of an entry.
  func seal(_ position: Int64, _ seal: EntrySeal) throws {
    try db.cachedStatement(sql: "UPDATE entry SET seal = ? WHERE position = ?").execute(arguments: [
      seal.text, position,
    ])
  }

  /// The seal of the last entry, whatever has become of that.
  private func previousSeal() throws -> EntrySeal {
    let last = try db.cachedStatement(
      sql: """
        SELECT seal FROM (SELECT position, seal FROM entry UNION ALL SELECT position, seal FROM restart)
        ORDER BY position DESC LIMIT 1
        """)
    guard let text = try String.fetchOne(last) else { return .start }
    return EntrySeal(text: text) ?? .start
  }

  private func write(_ mended: MendedEntries, _ entry: Int64, _ ordinal: Int) throws {
    try db.cachedStatement(sql: "INSERT INTO mended VALUES (?, ?, ?, ?, ?, ?)").execute(arguments: [
      entry, ordinal, mended.first.number, mended.last.number, mended.fault.rawValue, mended.print?.text,
    ])
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
    case .manoeuvre(let change):
      try write(
        [
          entry, ordinal, change.day.description, change.shift, change.unit, change.at, change.kind.rawValue,
          change.beat, change.reason, change.by, change.isAdded ? 1 : 0,
        ], to: .manoeuvres)
    case .call(let change):
      try write(
        [
          entry, ordinal, change.day.description, change.shift, change.beat, change.unit, change.at,
          change.answer.rawValue, change.by, change.note, change.isAdded ? 1 : 0,
        ], to: .calls)
    }
  }

  /// Writes a row of a table that few entries have one in; it is not there yet while an older file is brought to this format.
  private func write(_ values: StatementArguments, to table: ChangeTable) throws {
    try db.cachedStatement(sql: "INSERT INTO \(table.rawValue) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)").execute(
      arguments: values)
  }

  private static func status(_ remark: PostingRemark?) -> String? { remark.map { $0.isLocked ? "locked" : "" } }
}
