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
  /// What was edited both in the journal and, outside of this program, in the tables, which have it.
  public let conflicts: [ReplayConflict]

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
    guard folder.hasJournal else {
      self.init(first, first.roster, .none, [])
      return
    }
    do {
      let journal = try SQLiteJournal(reading: folder.journal)
      var firstRead: FolderSnapshot? = first
      let (snapshot, tail) = try ReplayedTables.read(
        { () throws(FolderError) in
          if let snapshot = firstRead {
            firstRead = nil
            return snapshot
          }
          return try FolderReader.read(at: path, inspect: inspect)
        }, journal)
      try journal.close()
      let base = ReplayedTables.base(of: snapshot, in: tail)
      let through = ReplayedTables.through(base, tail)
      let count = tail.entries.count { $0.position > through }
      // Mostly the tables hold it all.
      let tables = count == 0 ? nil : ReplayedTables(snapshot, tail)
      self.init(
        snapshot, tables?.replay.roster ?? snapshot.roster, .read(through: tail.end, tail: count),
        tables?.conflicts ?? [])
    } catch let error as FolderError {
      throw error
    } catch {
      self.init(
        first, first.roster,
        .unreadable(JournalError(error, path: folder.journal), tablesOf: TableStamps(of: first.path).latest), [])
    }
  }

  /// How far along the journal the roster is.
  public var position: JournalPosition {
    if case .read(let position, _) = journal { position } else { .start }
  }

  private init(
    _ snapshot: FolderSnapshot, _ roster: Roster?, _ journal: JournalState, _ conflicts: [ReplayConflict]
  ) {
    self.snapshot = snapshot
    self.roster = roster
    self.journal = journal
    self.conflicts = conflicts
  }
}
