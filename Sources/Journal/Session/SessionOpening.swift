import Glibc
import RosterFolder
import RosterModel

/// What opening a roster folder finds: its tables, its journal, and whether it may be edited.
struct SessionOpening {
  let folder: JournalFolder
  let tables: ReplayedTables
  let journal: (any RosterJournal)?
  let access: SessionAccess
  let stamps: TableStamps
  /// The checkpoint that the tables are of.
  let base: Checkpoint?
  let lastCheckpoint: Int64
  let outside: Int64
  /// Whether the tables were edited outside since the last session.
  let isOutside: Bool
  private(set) var notices: [String] = []

  init(at path: String, _ options: SessionOptions) throws(SessionError) {
    let first: FolderSnapshot
    let firstStamps = TableStamps(of: path)
    do { first = try FolderReader.read(at: path) } catch { throw .folder(error) }
    let folder = JournalFolder(of: first.path)
    var (journal, access, notices) = Self.journal(of: folder, options)
    if let notice = Self.unreadNotice(folder, journal, access) { notices.append(notice) }
    do {
      let loaded = try SessionLoading(first, firstStamps, journal, isEditing: access == .editing, at: options.clock())
      tables = loaded.tables
      stamps = loaded.stamps
      base = loaded.base
      lastCheckpoint = loaded.lastCheckpoint
      outside = loaded.outside
      isOutside = loaded.isOutside
    } catch SessionError.journal(let error) {
      // What could be opened and not read is as good as none.
      if access == .editing { access = .journal(error) }
      journal = nil
      notices.append(Self.missing(error, folder))
      let loaded = try SessionLoading(first, firstStamps, nil, isEditing: false, at: 0)
      tables = loaded.tables
      stamps = loaded.stamps
      base = nil
      lastCheckpoint = 0
      outside = 0
      isOutside = false
    }
    self.folder = folder
    self.journal = journal
    self.access = access
    self.notices = notices
  }

  /// Opens the journal, for writing where that is allowed.
  private static func journal(
    of folder: JournalFolder, _ options: SessionOptions
  ) -> ((any RosterJournal)?, SessionAccess, [String]) {
    var access = SessionAccess.editing
    if options.isReadOnly {
      access = .lookingOnly
    } else if let network = options.networkFileSystem(folder.roster) {
      access = .onNetwork(path: folder.roster, fileSystem: network.name)
    } else if Glibc.access(folder.roster, W_OK) != 0 {
      access = .notWritable(path: folder.roster, reason: String(cString: strerror(errno)))
    }
    guard access == .editing else { return (reading(folder), access, []) }
    // A command makes the journal when it has something to record.
    if !options.isDesk, !folder.hasJournal { return (nil, .editing, []) }
    do throws(JournalError) {
      try folder.make()
      do throws(JournalError) {
        return (try SQLiteJournal(at: folder.journal), .editing, [])
      } catch {
        guard case .damaged(_, let reason) = error else { throw error }
        let name = try folder.setAside(reason)
        try folder.make()
        let notice =
          "the journal was damaged (\(reason)) and is kept as \(name); the roster is what its tables hold. Look there "
          + "for edits since the tables were written, and for undo and the log before now"
        return (try SQLiteJournal(at: folder.journal), .editing, [notice])
      }
    } catch {
      return (reading(folder), .journal(error), [])
    }
  }

  private static func reading(_ folder: JournalFolder) -> (any RosterJournal)? {
    guard folder.hasJournal else { return nil }
    do { return try SQLiteJournal(reading: folder.journal) } catch { return nil }
  }

  private static func unreadNotice(
    _ folder: JournalFolder, _ journal: (any RosterJournal)?, _ access: SessionAccess
  ) -> String? {
    guard journal == nil, folder.hasJournal else { return nil }
    if case .journal(let error) = access { return missing(error, folder) }
    return missing(.failed(path: folder.journal, reason: "it could not be read"), folder)
  }

  private static func missing(_ error: JournalError, _ folder: JournalFolder) -> String {
    "\(error). What is shown are the tables as they were written; edits since then are missing"
  }
}
