import GRDB
import RosterModel

/// How a file of a journal keeps its entries.
enum EntryFormat: Int {
  /// Without seals, with a `Checksum` over an entry and the sum before it.
  case summed = 1
  /// With seals.
  case sealed = 2
  /// And with what happens during shifts.
  case shifts = 3

  /// Whether entries have seals.
  var hasSeals: Bool { self != .summed }
  /// Whether there are tables for what happens during shifts.
  var hasShiftTables: Bool { self == .shifts }

  /// The format of a file that was opened.
  init(of db: Database, path: String) throws {
    let number = try SQLiteJournal.header(db, "user_version")
    guard let format = Self(rawValue: number) else { throw JournalError.newer(path: path, format: number) }
    self = format
  }

  /// The query for rows as `EntryRow` reads them.
  ///
  /// It names the columns: a program that has the file open while it gets another format would otherwise be given those
  /// that it knows, with the values of others.
  var query: String {
    switch self {
    case .summed:
      "SELECT position, at, person, session, NULL, NULL, NULL, NULL, kind, of, name, reason, forced, sum, NULL FROM entry"
    case .sealed, .shifts:
      "SELECT position, at, person, session, user, host, terminal, key, kind, of, name, reason, forced, seal, request FROM entry"
    }
  }
}

/// What vouches for an entry in the file.
enum EntryProof {
  /// Its seal.
  case seal(EntrySeal)
  /// Its sum.
  case sum(Int64)
  /// Nothing that could be read.
  case none

  /// Whether it is that of an entry after one with the proof given; the entry gets its seal then.
  func fits(_ entry: inout JournalEntry, after previous: EntryProof) -> Bool {
    switch self {
    case .seal(let seal):
      entry.seal = seal
      return EntrySeal(entry, after: previous.seal) == seal
    case .sum(let sum):
      guard case .sum(let last) = previous else { return false }
      return Checksum(entry, after: last).sum == sum
    case .none: return false
    }
  }

  /// The seal that the next entry's is made with.
  var seal: EntrySeal {
    if case .seal(let seal) = self { seal } else { .start }
  }
}

/// A row of the table of entries, read as all input is.
struct EntryRow {
  let place: EntryChain.Place
  /// The entry without its changes.
  let entry: Result<JournalEntry, JournalError>

  var position: Int64 { place.position }

  /// - Throws: where the row does not even say which entry it is.
  init(_ row: JournalRow, _ format: EntryFormat) throws(JournalError) {
    place = EntryChain.Place(position: try row.integer(0), proof: Self.proof(row, format))
    entry = Result { () throws(JournalError) in try Self.entry(row) }
  }

  private static func proof(_ row: JournalRow, _ format: EntryFormat) -> EntryProof {
    do throws(JournalError) {
      switch format {
      case .summed: return .sum(try row.integer(13))
      case .sealed, .shifts: return EntrySeal(text: try row.text(13)).map(EntryProof.seal) ?? .none
      }
    } catch {
      return .none
    }
  }

  private static func entry(_ row: JournalRow) throws(JournalError) -> JournalEntry {
    guard let kind = EntryKind(word: try row.text(8), position: try row.optionalInteger(9)) else {
      throw row.damaged(8)
    }
    var draft = EntryDraft(
      kind: kind, name: try row.text(10), reason: try row.text(11), isForced: try row.flag(12), changes: [],
      key: try row.optionalText(7))
    draft.request = try row.optionalText(14)
    let author = Author(person: try row.text(2), session: try row.text(3), origin: try origin(row))
    return JournalEntry(
      position: JournalPosition(try row.integer(0)), at: try row.integer(1), author: author, draft: draft)
  }

  private static func origin(_ row: JournalRow) throws(JournalError) -> SystemOrigin? {
    switch (try row.optionalText(4), try row.optionalText(5), try row.optionalText(6)) {
    case (nil, nil, nil): return nil
    case (let user?, let host?, let terminal?): return SystemOrigin(user: user, host: host, terminal: terminal)
    default: throw row.damaged(4)
    }
  }
}

/// A row of the journal's file, whose values may be of any kind: it is read like all input.
struct JournalRow {
  let row: Row
  let path: String

  func integer(_ column: Int) throws(JournalError) -> Int64 {
    guard let value = try optionalInteger(column) else { throw damaged(column) }
    return value
  }

  func optionalInteger(_ column: Int) throws(JournalError) -> Int64? {
    switch value(column) {
    case .null: return nil
    case .int64(let number): return number
    default: throw damaged(column)
    }
  }

  func text(_ column: Int) throws(JournalError) -> String {
    guard let value = try optionalText(column) else { throw damaged(column) }
    return value
  }

  func optionalText(_ column: Int) throws(JournalError) -> String? {
    switch value(column) {
    case .null: return nil
    case .string(let text): return text
    default: throw damaged(column)
    }
  }

  func flag(_ column: Int) throws(JournalError) -> Bool {
    let value = try integer(column)
    guard value == 0 || value == 1 else { throw damaged(column) }
    return value == 1
  }

  func day(_ column: Int) throws(JournalError) -> Day {
    guard let day = Day(iso: try text(column)) else { throw damaged(column) }
    return day
  }

  /// The error of a value that no version of the program writes.
  func damaged(_ column: Int) -> JournalError {
    let name = column < row.count ? Array(row.columnNames)[column] : "\(column)"
    return .damaged(path: path, reason: "a row has a wrong value in column \(name)")
  }

  private func value(_ column: Int) -> DatabaseValue.Storage {
    guard column < row.count else { return .null }
    let value: DatabaseValue = row[column]
    return value.storage
  }
}

extension EntryKind {
  /// The kind as the journal's file and the audit trail write it.
  public var word: String {
    switch self {
    case .edit: "edit"
    case .correction: "correction"
    case .undo: "undo"
    case .redo: "redo"
    case .plan: "plan"
    case .imported: "import"
    case .publication: "publication"
    case .repair: "repair"
    }
  }

  /// The entry that it undoes or does again.
  public var position: JournalPosition? {
    switch self {
    case .undo(let position), .redo(let position): position
    case .edit, .correction, .plan, .imported, .publication, .repair: nil
    }
  }

  /// The kind of a word and position; `nil` for a word that is none, one that lacks its position, or has one for nothing.
  init?(word: String, position: Int64?) {
    switch (word, position) {
    case ("edit", nil): self = .edit
    case ("correction", nil): self = .correction
    case ("plan", nil): self = .plan
    case ("import", nil): self = .imported
    case ("publication", nil): self = .publication
    case ("repair", nil): self = .repair
    case ("undo", let position?): self = .undo(JournalPosition(position))
    case ("redo", let position?): self = .redo(JournalPosition(position))
    default: return nil
    }
  }
}
