import RosterModel

/// The tables of the journal's file that hold changes.
enum ChangeTable: String, CaseIterable {
  case postings = "posting_change"
  case absences = "absence_change"
  case publications = "publication_change"
  case published = "published_change"
  case manoeuvres = "manoeuvre_change"
  case calls = "call_change"

  /// Those of a format.
  static func all(of format: EntryFormat) -> [ChangeTable] {
    format.hasShiftTables ? allCases : allCases.filter { $0 != .manoeuvres && $0 != .calls }
  }

  /// The columns by which entries are looked for.
  var namingColumns: [String] {
    switch self {
    case .postings, .published, .manoeuvres, .calls: ["unit", "beat", "day", "shift"]
    case .absences: ["unit"]
    case .publications: ["day"]
    }
  }

  /// The change that a row holds.
  func change(_ row: JournalRow) throws(JournalError) -> RowChange {
    switch self {
    case .postings:
      return .posting(
        PostingChange(try Self.name(row), old: try Self.remark(row, 6), new: try Self.remark(row, 8)))
    case .absences:
      guard let reason = AbsenceReason(rawValue: try row.text(5)) else { throw row.damaged(5) }
      return .absence(
        AbsenceChange(
          unit: try row.text(2), days: try row.text(3), shift: try row.optionalText(4), reason: reason,
          isAdded: try row.flag(6)))
    case .publications:
      return .publication(
        PublicationChange(
          district: try row.text(2), day: try row.day(3), at: try row.text(4), by: try row.text(5),
          isAdded: try row.flag(6)))
    case .published: return .published(try Self.name(row), isAdded: try row.flag(6))
    case .manoeuvres:
      guard let kind = Manoeuvre.Kind(rawValue: try row.text(6)) else { throw row.damaged(6) }
      return .manoeuvre(
        ManoeuvreChange(
          day: try row.day(2), shift: try row.text(3), unit: try row.text(4), at: try row.text(5), kind: kind,
          beat: try row.optionalText(7), reason: try row.text(8), by: try row.text(9), isAdded: try row.flag(10)))
    case .calls:
      guard let answer = Call.Answer(rawValue: try row.text(7)) else { throw row.damaged(7) }
      return .call(
        CallChange(
          day: try row.day(2), shift: try row.text(3), beat: try row.text(4), unit: try row.text(5),
          at: try row.text(6), answer: answer, by: try row.text(8), note: try row.text(9), isAdded: try row.flag(10)))
    }
  }

  /// The print of the unit's day that the row holds.
  func seen(_ row: JournalRow) throws(JournalError) -> UInt64? {
    guard self == .postings else { return 0 }
    return try row.optionalInteger(10).map { UInt64(bitPattern: $0) }
  }

  private static func name(_ row: JournalRow) throws(JournalError) -> PostingName {
    PostingName(day: try row.day(2), shift: try row.text(3), beat: try row.text(4), unit: try row.text(5))
  }

  private static func remark(_ row: JournalRow, _ column: Int) throws(JournalError) -> PostingRemark? {
    switch (try row.optionalText(column), try row.optionalText(column + 1)) {
    case (nil, nil): return nil
    case ("locked"?, let note?): return PostingRemark(isLocked: true, note: note)
    case (""?, let note?): return PostingRemark(note: note)
    default: throw row.damaged(column)
    }
  }
}

/// What an entry holds beside its own row.
struct EntryContent {
  /// Its changes.
  var changes: [RowChange] = []
  /// What its author saw, where that was noted for all.
  var seen: [UInt64] = []
  /// What a repair has let stand.
  var mended: [MendedEntries] = []

  /// Puts it in the entry.
  func fill(_ entry: inout JournalEntry) {
    entry.draft.changes = changes
    entry.draft.mended = mended
    entry.seen = seen
  }
}

/// Puts the content of entries together from the tables that it is in.
struct ChangeCollector {
  private let path: String
  private let indices: [Int64: Int]
  private var changes: [[(ordinal: Int64, change: RowChange, seen: UInt64?)]]
  private var mended: [Int: [MendedEntries]] = [:]
  private var faults: [Int: JournalError] = [:]

  /// - Parameters:
  ///   - entries: the positions of the entries.
  ///   - path: the journal's file, for errors.
  init(_ entries: [Int64], path: String) {
    self.path = path
    var indices: [Int64: Int] = [:]
    for (index, entry) in entries.enumerated() { indices[entry] = index }
    self.indices = indices
    changes = Array(repeating: [], count: entries.count)
  }

  /// Adds the change of a row; of an entry that is not asked for, nothing.
  ///
  /// - Throws: where the row does not even say of which entry it is.
  mutating func add(_ row: JournalRow, of table: ChangeTable) throws(JournalError) {
    guard let index = indices[try row.integer(0)] else { return }
    do throws(JournalError) {
      changes[index].append((try row.integer(1), try table.change(row), try table.seen(row)))
    } catch {
      faults[index] = faults[index] ?? error
    }
  }

  /// Adds what a row says that a repair has let stand.
  mutating func addMended(_ row: JournalRow) throws(JournalError) {
    guard let index = indices[try row.integer(0)] else { return }
    do throws(JournalError) {
      mended[index, default: []].append(try Self.mended(row))
    } catch {
      faults[index] = faults[index] ?? error
    }
  }

  private static func mended(_ row: JournalRow) throws(JournalError) -> MendedEntries {
    guard let fault = MendedEntries.Fault(rawValue: try row.text(4)) else { throw row.damaged(4) }
    var entries = MendedEntries(
      first: JournalPosition(try row.integer(2)), last: JournalPosition(try row.integer(3)), fault: fault)
    if let text = try row.optionalText(5) {
      guard let print = EntrySeal(text: text) else { throw row.damaged(5) }
      entries.print = print
    }
    return entries
  }

  /// The content of the entry of an index.
  ///
  /// - Throws: where one of its rows says what no version of the program writes.
  mutating func take(_ index: Int) throws(JournalError) -> EntryContent {
    if let fault = faults[index] { throw fault }
    let own = changes[index].sorted { $0.ordinal < $1.ordinal }
    changes[index] = []
    guard own.indices.allSatisfy({ own[$0].ordinal == $0 }) else {
      throw .damaged(path: path, reason: "its changes are not numbered one after the other")
    }
    let seen = own.compactMap(\.seen)
    return EntryContent(
      changes: own.map(\.change), seen: seen.count == own.count ? seen : [], mended: mended[index] ?? [])
  }
}
