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
  /// What the journal has after the checkpoint that the tables are of; `nil` without a journal.
  private(set) var remembered: KeptTail?

  /// The journal's entries since the first checkpoint that the tables may be of.
  private var entries: [JournalEntry] = []

  /// How often it is begun again where another program notes something at the same time.
  private static let attempts = 8

  /// - Parameters:
  ///   - first: the folder as it was just read.
  ///   - firstStamps: its stamps, taken before that.
  ///   - kept: what was kept apart from the journal, read before it.
  ///   - isEditing: whether what is found may be noted in the journal.
  ///   - hasTurn: whether the caller keeps others from bringing the tables up to date.
  ///   - time: what the clock says.
  init(
    _ first: FolderSnapshot, _ firstStamps: TableStamps, _ journal: (any RosterJournal)?,
    keeping kept: KeptTail? = nil, isEditing: Bool, hasTurn: Bool = false, at time: Int64
  ) throws(SessionError) {
    guard let journal else {
      guard let tables = ReplayedTables(first, kept.map { JournalTail($0) } ?? .none) else { throw .noRoster(first) }
      self.tables = tables
      stamps = firstStamps
      base = nil
      lastCheckpoint = 0
      outside = 0
      return
    }
    do {
      for attempt in 1...Self.attempts {
        let loaded = try Self(first, firstStamps, journal, kept, isFirst: attempt == 1, hasTurn)
        if let noted = isEditing ? try loaded.noted(in: journal, at: time) : loaded {
          self = noted
          remembered = try base.map { base in
            KeptTail(
              start: base.content, startSeal: try journal.seal(at: base.through),
              entries: entries.filter { $0.position > base.through })
          }
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
    _ first: FolderSnapshot, _ firstStamps: TableStamps, _ journal: some RosterJournal, _ kept: KeptTail?,
    isFirst: Bool, _ hasTurn: Bool
  ) throws {
    var stamps = firstStamps
    func again() throws(FolderError) -> FolderSnapshot {
      stamps = TableStamps(of: first.path)
      return try FolderReader.read(at: first.path)
    }
    let (snapshot, tail) = try ReplayedTables.read(
      isFirst ? first : try again(), again: again, journal, in: JournalFolder(of: first.path), keeping: kept,
      hasTurn: hasTurn)
    guard let tables = ReplayedTables(snapshot, tail) else { throw SessionError.noRoster(snapshot) }
    self.tables = tables
    self.stamps = stamps
    base = tables.base
    entries = tail.entries
    lastCheckpoint = tail.lastCheckpoint
    outside = tail.outside
    isOutside = tables.isOutside && !tail.candidates.isEmpty
  }

  /// The same with its find noted; `nil` where another program has noted something meanwhile.
  private func noted(in journal: some RosterJournal, at time: Int64) throws -> SessionLoading? {
    // What cannot be read for now would pass for tables that somebody has emptied, and edits be judged without it.
    try Self.checkReadable(tables.snapshot)
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

  /// Refuses to edit a roster of whose tables the disk does not give one.
  static func checkReadable(_ snapshot: FolderSnapshot) throws(JournalError) {
    guard let table = snapshot.unreadableTables.first else { return }
    throw .failed(path: snapshot.path + "/" + table.file, reason: "it could not be read")
  }
}
