import RosterFolder
import RosterModel

/// Reads tables and journal of the same moment, and notes in the journal what it finds.
struct SessionLoading {
  private(set) var tables: ReplayedTables
  private(set) var stamps: TableStamps
  private(set) var base: Checkpoint?
  private(set) var lastCheckpoint: Int64
  private(set) var outside: Int64
  /// Whether the tables turned out to be edited outside.
  private(set) var isOutside = false

  /// How often it is begun again where another program notes something at the same time.
  private static let attempts = 8

  /// - Parameters:
  ///   - first: the folder as it was just read.
  ///   - firstStamps: its stamps, taken before that.
  ///   - isEditing: whether what is found may be noted in the journal.
  ///   - time: what the clock says.
  init(
    _ first: FolderSnapshot, _ firstStamps: TableStamps, _ journal: (any RosterJournal)?, isEditing: Bool,
    at time: Int64
  ) throws(SessionError) {
    guard let journal else {
      let none = JournalTail(candidates: [], entries: [], lastCheckpoint: 0, outside: 0)
      guard let tables = ReplayedTables(first, none) else { throw .noRoster(first) }
      self.tables = tables
      stamps = firstStamps
      base = nil
      lastCheckpoint = 0
      outside = 0
      return
    }
    do {
      for attempt in 1...Self.attempts {
        let loaded = try Self(first, firstStamps, journal, isFirst: attempt == 1)
        if let noted = isEditing ? try loaded.noted(in: journal, at: time) : loaded {
          self = noted
          return
        }
      }
      throw JournalError.busy(path: first.path)
    } catch let error as SessionError {
      throw error
    } catch let error as FolderError {
      throw .folder(error)
    } catch let error as SaveError {
      throw .journal(.failed(path: first.path, reason: "\(error)"))
    } catch {
      throw .journal(JournalError(error, path: JournalFolder(of: first.path).journal))
    }
  }

  private init(
    _ first: FolderSnapshot, _ firstStamps: TableStamps, _ journal: some RosterJournal, isFirst: Bool
  ) throws {
    var stamps = firstStamps
    var isFirst = isFirst
    let (snapshot, tail) = try ReplayedTables.read(
      { () throws(FolderError) in
        defer { isFirst = false }
        if isFirst { return first }
        stamps = TableStamps(of: first.path)
        return try FolderReader.read(at: first.path)
      }, journal)
    guard let tables = ReplayedTables(snapshot, tail) else { throw SessionError.noRoster(snapshot) }
    self.tables = tables
    self.stamps = stamps
    base = tables.base
    lastCheckpoint = tail.lastCheckpoint
    outside = tail.outside
    isOutside = tables.isOutside && !tail.candidates.isEmpty
  }

  /// The same with its find noted; `nil` where another program has noted something meanwhile.
  private func noted(in journal: some RosterJournal, at time: Int64) throws -> SessionLoading? {
    var loaded = self
    if let base {
      if !base.isDone {
        // Whoever wrote the tables may have been stopped before they were on the disk.
        try FolderWriter.settle(at: tables.snapshot.path)
        try journal.finish(base)
      }
      return loaded
    }
    let checkpoint = NewCheckpoint(
      at: time, through: isOutside ? tables.through : tables.position, tables: TablePrints(tables.snapshot),
      origin: isOutside ? .outside : .own, isDone: true)
    guard let noted = try journal.record(checkpoint, conflicts: tables.conflicts, after: lastCheckpoint) else {
      return nil
    }
    loaded.base = noted
    loaded.lastCheckpoint = noted.number
    if isOutside { loaded.outside = noted.number }
    return loaded
  }
}
