import RosterFolder
import RosterModel

/// A roster as everybody sees it: its tables, and what was edited since they were written.
///
///     let reading = try RosterReading(at: "yunusobod")
///     let grid = reading.roster.map(CoverageGrid.init)
///
/// A folder without a journal is read as it stands.
public struct RosterReading: Sendable {
  /// What the journal said.
  public enum JournalState: Hashable, Sendable {
    /// There is none: the tables are all.
    case none
    /// The roster is as far along as this entry; so many of the entries are not in the tables yet.
    case read(through: JournalPosition, tail: Int)
    /// It could not be read, so edits since the tables were written are missing; their time is in seconds since
    /// 1970-01-01 00:00 UTC.
    case unreadable(JournalError, tablesOf: Int64)
  }

  /// The tables as they are in the folder, and what is wrong with them.
  public let snapshot: FolderSnapshot
  /// The roster; `nil` where the folder makes none.
  public let roster: Roster?
  /// What the journal said.
  public let journal: JournalState
  /// How many acts the journal has lost which the roster has from the tail file.
  public let recovered: Int
  /// What of the recorded acts the roster does not have, because another program has edited its tables, and nobody has
  /// settled.
  public let conflicts: [ReplayConflict]
  /// The latest few of the acts that they are of.
  public private(set) var conflictActs: [JournalEntry] = []

  /// How many of these acts are named.
  private static let mostActs = 3

  /// Reads a roster folder.
  ///
  /// - Parameter inspect: is given the name and the bytes of each file that was read, as by `FolderReader`; again where
  ///   the folder changed meanwhile.
  /// - Throws: `FolderError` where there is no roster folder at all.
  public init(
    at path: String, inspect: ((_ file: String, _ bytes: [UInt8]) -> Void)? = nil
  ) throws(FolderError) {
    let first = try FolderReader.read(at: path, inspect: inspect)
    let folder = JournalFolder(of: first.path)
    // Before the journal, which others may be adding to.
    let found = TailReading(of: folder)
    let kept = found.tail
    let obstruction = folder.obstruction ?? (folder.hasJournal ? nil : found.lossWithoutJournal)
    guard folder.hasJournal, obstruction == nil else {
      let tail = kept.map { JournalTail($0) } ?? .none
      let unread = obstruction.map { JournalState.unreadable($0, tablesOf: TableStamps(of: first.path).latest) }
      self.init(first, tail, unread ?? (tail.entries.isEmpty ? JournalState.none : nil))
      return
    }
    do {
      let journal = try SQLiteJournal(reading: folder.journal)
      let (snapshot, tail) = try ReplayedTables.read(
        first, again: { () throws(FolderError) in try FolderReader.read(at: path, inspect: inspect) }, journal,
        in: folder, keeping: kept)
      if !found.isWhole, let loss = found.loss(of: try journal.tail().end) { throw loss }
      var reading = RosterReading(snapshot, tail, nil, noted: try journal.openConflicts())
      if !reading.conflicts.isEmpty {
        var filter = EntryFilter()
        filter.among = reading.conflicts.positions
        filter.limit = Self.mostActs
        reading.conflictActs = try journal.entries(matching: filter)
      }
      try journal.close()
      self = reading
    } catch let error as FolderError {
      throw error
    } catch {
      self.init(
        first, kept.map { JournalTail($0) } ?? .none,
        .unreadable(JournalError(error, path: folder.journal), tablesOf: TableStamps(of: first.path).latest))
    }
  }

  /// How far along the journal the roster is.
  public var position: JournalPosition {
    if case .read(let position, _) = journal { position } else { .start }
  }

  /// A roster of tables and a tail.
  ///
  /// - Parameters:
  ///   - journal: what the journal said; `nil` where it was read.
  ///   - noted: what it knows to be missing.
  private init(
    _ snapshot: FolderSnapshot, _ tail: JournalTail, _ journal: JournalState?, noted: [ReplayConflict] = []
  ) {
    let base = ReplayedTables.base(of: snapshot, in: tail)
    let through = ReplayedTables.through(base, tail)
    let count = tail.entries.count { $0.position > through }
    // Mostly the tables hold it all.
    let isAll = count == 0 && (base != nil || tail.standing.changes.isEmpty)
    let tables = isAll ? nil : ReplayedTables(snapshot, tail)
    self.snapshot = snapshot
    recovered = tail.recovered
    roster = tables?.replay.roster ?? snapshot.roster
    conflicts = tables?.open(beside: noted) ?? noted
    self.journal = journal ?? .read(through: tail.end, tail: count)
  }
}

/// How much of a roster folder was read: whoever answers from a folder asks here whether that was all of it, and nowhere else.
///
/// A roster is its tables and its journal. What is missing of either may be what the answer is about: a posting that was taken
/// away, a unit in a row that is not UTF-8.
public struct FolderWholeness: Sendable {
  /// Why the journal could not be read; `nil` where it was, and where there is none.
  public let journal: JournalError?
  /// What is wrong with the folder's files, the journal's among them, by file, line and column.
  public let findings: [Finding]
  private let hasRoster: Bool

  /// The wholeness of a folder whose tables were read.
  ///
  /// - Parameter journal: why its journal was not; `nil` where it was, and where there is none.
  public init(_ snapshot: FolderSnapshot, unread journal: JournalError? = nil) {
    self.journal = journal
    hasRoster = snapshot.roster != nil
    findings = (journal.map { [Self.finding($0)] } ?? []) + snapshot.findings
  }

  /// Whether all of it was read.
  public var isWhole: Bool { hasRoster && !findings.contains { $0.severity == .error } }

  /// What could not be read, in the order of findings.
  public var problems: [Finding] { findings.filter { $0.severity == .error } }

  private static func finding(_ error: JournalError) -> Finding {
    let file =
      switch error {
      case .notAFolder: JournalFolder.name
      case .lost(let path, _) where path.hasSuffix("/" + TailFile.name): TailFile.name
      default: JournalFolder.name + "/" + JournalFolder.file
      }
    return Finding(
      rule: FormatRules.unreadJournal, subject: .row(table: "journal"),
      location: Location(file: file),
      message: "\(error); edits since the tables were written may be missing")
  }
}

extension RosterReading {
  /// How much of the folder was read.
  public var wholeness: FolderWholeness {
    if case .unreadable(let error, _) = journal { return FolderWholeness(snapshot, unread: error) }
    return FolderWholeness(snapshot)
  }

  // Out of line, because the optimiser of Swift 6.3.1 ends a release build with an ownership error where it inlines this.

  /// When the tables were written that are all there is of the roster, in seconds since 1970-01-01 00:00 UTC; `nil` where the
  /// journal was read.
  @inline(never)
  public var staleSince: Int64? {
    if case .unreadable(_, let time) = journal { time } else { nil }
  }
}

extension RosterSession {
  /// How much of the folder was read.
  public var wholeness: FolderWholeness { FolderWholeness(snapshot, unread: unread) }
}
