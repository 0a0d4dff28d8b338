import GRDB
import RosterModel

/// How a file of a journal keeps its entries.
enum EntryFormat: Int {
  /// Without seals, with a `Checksum` over an entry and the sum before it.
  case summed = 1
  /// With seals.
  case sealed = 2

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
    case .sealed:
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
      case .sealed: return EntrySeal(text: try row.text(13)).map(EntryProof.seal) ?? .none
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
