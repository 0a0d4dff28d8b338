import GRDB
import RosterModel

/// Reads entries with their changes, each judged by what vouches for it in the file.
///
/// An entry is judged by what the one before it has in the file, be that sound or not, so that one break is one break.
struct EntryReader {
  let db: Database
  let path: String
  /// The format of the file now: another program may have brought it to a newer one since it was opened.
  let format: EntryFormat

  /// - Parameter path: the journal's file, for errors.
  init(_ db: Database, path: String) throws {
    self.db = db
    self.path = path
    format = try EntryFormat(of: db, path: path)
  }

  /// All entries after a position, without those that a repair has let stand.
  ///
  /// - Throws: for the first other that is not as it was recorded.
  func entries(after position: JournalPosition) throws -> [JournalEntry] {
    try records(after: position).compactMap { record in
      if case .broken(let broken) = record, broken.mendedBy != nil { return nil }
      return try sound(record)
    }
  }

  /// The entries of these positions, which are ascending, as far as they are as they were recorded.
  func entries(at positions: [Int64]) throws -> [JournalEntry] {
    try positions.flatMap { position in
      try records(after: JournalPosition(position - 1), through: JournalPosition(position)).compactMap(\.entry)
    }
  }

  /// The entry of a position.
  ///
  /// - Throws: where it is not as it was recorded.
  func sound(at position: Int64) throws -> JournalEntry? {
    try records(after: JournalPosition(position - 1), through: JournalPosition(position)).last.map(sound)
  }

  /// The entries of these positions, which are ascending, as far as they are as they were recorded; without asking what
  /// repairs have found.
  func soundEntries(at positions: [Int64]) throws -> [JournalEntry] {
    try positions.flatMap { try stretch(after: $0 - 1, through: $0).compactMap(\.record.entry) }
  }

  /// What the file has after a position, and as far as another.
  func records(
    after position: JournalPosition, through end: JournalPosition = JournalPosition(.max)
  ) throws -> [EntryRecord] {
    let chain = try stretch(after: position.number, through: end.number)
    guard chain.contains(where: \.isDoubtful) else { return chain.map(\.record) }
    // Whether an entry or only its seal has changed is told by the one after it; so the neighbours are looked at too.
    let before = try edge("max", "position <= ?", position.number).map { $0 - 1 } ?? 0
    let after = try edge("min", "position > ?", end.number) ?? end.number
    let mendings = try Mendings(self)
    return try stretch(after: before, through: after, mendings).map(\.record).filter {
      $0.position > position && $0.position <= end
    }
  }

  /// Calls for everything that the file has after a position, a portion at a time.
  func walk(after position: JournalPosition, _ body: (EntryRecord) throws -> Void) throws {
    var start = position.number
    while let end = try portionEnd(after: start) {
      for record in try records(after: JournalPosition(start), through: JournalPosition(end)) { try body(record) }
      start = end
    }
    for record in try records(after: JournalPosition(start)) { try body(record) }
  }

  /// How many entries are read at once.
  private static let portion = 500

  /// The position of the last entry of a whole portion; `nil` where fewer follow.
  private func portionEnd(after position: Int64) throws -> Int64? {
    try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT position FROM entry WHERE position > ? ORDER BY position LIMIT 1 OFFSET ?"),
      arguments: [position, Self.portion - 1])
  }

  /// The record as an entry that can be relied upon.
  private func sound(_ record: EntryRecord) throws -> JournalEntry {
    if let entry = record.entry { return entry }
    guard case .broken(let broken) = record else { throw JournalError.damaged(path: path, reason: "\(record)") }
    throw JournalError.damaged(path: path, reason: "\(broken)")
  }

  private func edge(_ which: String, _ condition: String, _ position: Int64) throws -> Int64? {
    try Int64.fetchOne(db, sql: "SELECT \(which)(position) FROM entry WHERE \(condition)", arguments: [position])
  }

  /// The links of a stretch of the chain, each judged.
  private func stretch(
    after start: Int64, through end: Int64, _ mendings: Mendings = Mendings()
  ) throws -> [EntryLink] {
    let bounds: StatementArguments = [start, end]
    var rows: [EntryRow] = []
    try each("\(format.query) WHERE position > ? AND position <= ? ORDER BY position", bounds) { row in
      rows.append(try EntryRow(row, format))
    }
    var content = ChangeCollector(rows.map(\.position), path: path)
    func query(_ table: String) -> String {
      "SELECT * FROM \(table) WHERE entry > ? AND entry <= ? ORDER BY entry, ordinal"
    }
    for table in ChangeTable.all(of: format) where !rows.isEmpty {
      try each(query(table.rawValue), bounds) { row in try content.add(row, of: table) }
    }
    if format.hasSeals, !rows.isEmpty { try each(query("mended"), bounds) { row in try content.addMended(row) } }
    let place = try place(before: rows.first?.position ?? start + 1)
    var chain = EntryChain(after: place, format, mendings, restarts: try restarts())
    for index in rows.indices {
      chain.add(rows[index], Result { () throws(JournalError) in try content.take(index) })
    }
    if let given = try given(), given <= end { chain.end(at: given) }
    return chain.links.filter { $0.record.position.number > start }
  }

  /// The seals after which the chain goes on where the entries before them were lost with a file, by their positions.
  func restarts() throws -> [Int64: EntrySeal] {
    guard format.hasSeals else { return [:] }
    var seals: [Int64: EntrySeal] = [:]
    try each("SELECT position, seal FROM restart", []) { row in
      seals[try row.integer(0)] = EntrySeal(text: try row.text(1))
    }
    return seals
  }

  /// The last position that the file has given to an entry; `nil` where it says none.
  private func given() throws -> Int64? {
    var given: Int64?
    try each("SELECT seq FROM sqlite_sequence WHERE name = 'entry'", []) { row in given = try row.optionalInteger(0) }
    return given
  }

  /// What stands in the file before a position.
  private func place(before position: Int64) throws -> EntryChain.Place {
    var place = EntryChain.Place.start(format)
    try each("\(format.query) WHERE position < ? ORDER BY position DESC LIMIT 1", [position]) { row in
      place = try EntryRow(row, format).place
    }
    return place
  }

  /// The seal that the entry of a position is made with.
  func seal(before position: JournalPosition) throws -> EntrySeal {
    try restarts()[position.number - 1] ?? place(before: position.number).proof.seal
  }

  /// Calls for each row of a query.
  func each(_ query: String, _ arguments: StatementArguments, _ body: (JournalRow) throws -> Void) throws {
    let rows = try Row.fetchCursor(try db.cachedStatement(sql: query), arguments: arguments)
    while let row = try rows.next() { try body(JournalRow(row: row, path: path)) }
  }
}

/// A filter as a query for the positions of entries, the latest first.
struct FilterQuery {
  /// The query.
  let text: String
  /// The values of its question marks, in their order.
  let arguments: [any DatabaseValueConvertible]

  init(_ filter: EntryFilter, _ format: EntryFormat) {
    var conditions: [String] = []
    var arguments: [any DatabaseValueConvertible] = []
    func demand(_ condition: String, _ values: any DatabaseValueConvertible...) {
      conditions.append(condition)
      arguments += values
    }
    if let person = filter.person { demand("person = ?", person) }
    if let since = filter.since { demand("at >= ?", since) }
    if let until = filter.until { demand("at <= ?", until) }
    if let position = filter.position { demand("position = ?", position.number) }
    // As text, because there may be more than a statement takes values.
    if let among = filter.among {
      demand("position IN (\(among.map { String($0.number) }.joined(separator: ", ")))")
    }
    if let (tables, values) = Self.rows(filter, format) {
      demand("position IN (\(tables))")
      arguments += values
    }
    let condition = conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")
    text = "SELECT position FROM entry\(condition) ORDER BY position DESC LIMIT ?"
    self.arguments = arguments + [filter.limit ?? -1]
  }

  /// The entries with a row that the filter names; `nil` where it names none.
  private static func rows(_ filter: EntryFilter, _ format: EntryFormat) -> (String, [any DatabaseValueConvertible])? {
    let columns: [(name: String, value: String?)] = [
      ("unit", filter.unit), ("beat", filter.beat), ("day", filter.day?.description), ("shift", filter.shift),
    ]
    let asked = columns.filter { $0.value != nil }
    guard !asked.isEmpty else { return nil }
    var parts: [String] = []
    var values: [any DatabaseValueConvertible] = []
    for table in ChangeTable.all(of: format) where asked.allSatisfy({ table.namingColumns.contains($0.name) }) {
      parts.append(
        "SELECT entry FROM \(table.rawValue) WHERE " + asked.map { "\($0.name) = ?" }.joined(separator: " AND "))
      values += asked.compactMap(\.value)
    }
    return (parts.joined(separator: " UNION "), values)
  }
}
