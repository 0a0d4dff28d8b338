import Files
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
  /// What the journal has after the checkpoint that the tables are of.
  let remembered: KeptTail?
  /// What the journal had lost and has again.
  private(set) var restored: LostEntries?
  private(set) var notices: [String] = []
  /// Why the journal could not be read; `nil` where it was, and where there is none.
  let unread: JournalError?

  /// Opens a folder.
  ///
  /// - Parameter remembered: what a session whose journal was taken away knows to be recorded since the tables were written.
  init(
    at path: String, _ options: SessionOptions, returningWith remembered: KeptTail? = nil
  ) throws(SessionError) {
    let first: FolderSnapshot
    let firstStamps = TableStamps(of: path)
    do { first = try FolderReader.read(at: path) } catch { throw .folder(error) }
    let folder = JournalFolder(of: first.path)
    // Before the journal, which others may be adding to.
    let found = TailReading(of: folder)
    let kept = KeptTail.farther(found.tail, remembered)
    // What this session remembers is whole, whatever has become of the files.
    let isCovered = found.isWhole || remembered != nil
    var (journal, access, notices) = Self.journal(
      of: folder, options, isMade: options.isDesk || kept != nil, orElse: isCovered ? nil : found)
    var loss: JournalError?
    do throws(JournalError) {
      if let opened = journal, !isCovered { loss = found.loss(of: try opened.tail().end) }
      if let loss { throw loss }
      if access == .editing, let kept, let opened = journal {
        restored = try opened.restore(kept)
        if let restored {
          if !restored.isEmpty { notices.append(Self.words(restored)) }
        } else {
          notices.append(try Self.unmatched(folder))
        }
      }
    } catch {
      if access == .editing { access = .journal(error) }
    }
    var unread = loss ?? Self.unread(folder, journal, access, orElse: isCovered ? nil : found)
    if let unread { notices.append(Self.missing(unread, kept, options)) }
    do {
      let loaded = try SessionLoading(
        first, firstStamps, journal, keeping: kept, isEditing: access == .editing, at: options.clock())
      tables = loaded.tables
      stamps = loaded.stamps
      base = loaded.base
      lastCheckpoint = loaded.lastCheckpoint
      outside = loaded.outside
      isOutside = loaded.isOutside
      self.remembered = loaded.remembered ?? kept
    } catch SessionError.journal(let error) {
      // What could be opened and not read is as good as none.
      if access == .editing { access = .journal(error) }
      journal = nil
      unread = error
      notices.append(Self.missing(error, kept, options))
      let loaded = try SessionLoading(first, firstStamps, nil, keeping: kept, isEditing: false, at: 0)
      tables = loaded.tables
      stamps = loaded.stamps
      base = nil
      lastCheckpoint = 0
      outside = 0
      isOutside = false
      self.remembered = kept
    }
    self.folder = folder
    self.journal = journal
    self.access = access
    self.notices = notices
    self.unread = unread
  }

  /// Opens the journal, for writing where that is allowed.
  ///
  /// - Parameters:
  ///   - isMade: whether one is made where there is none.
  ///   - found: the tail file where it does not make good what the journal has lost; `nil` where it does.
  private static func journal(
    of folder: JournalFolder, _ options: SessionOptions, isMade: Bool, orElse found: TailReading?
  ) -> ((any RosterJournal)?, SessionAccess, [String]) {
    var access = SessionAccess.editing
    if options.isReadOnly {
      access = .lookingOnly
    } else if let network = options.networkFileSystem(folder.roster) {
      access = .onNetwork(path: folder.roster, fileSystem: network.name)
    } else if Glibc.access(folder.roster, W_OK) != 0 {
      access = .notWritable(path: folder.roster, reason: SystemError.current)
    }
    guard access == .editing else { return (reading(folder), access, []) }
    if let obstruction = folder.obstruction { return (nil, .journal(obstruction), []) }
    if !folder.hasJournal, let loss = found?.lossWithoutJournal { return (nil, .journal(loss), []) }
    // A command makes the journal when it has something to record.
    if !isMade, !folder.hasJournal { return (nil, .editing, []) }
    do throws(JournalError) {
      try folder.make()
      do throws(JournalError) {
        return (try opened(folder), .editing, [])
      } catch {
        guard case .damaged(let path, let reason) = error else { throw error }
        // With another in its place nobody would ask again for what only it had.
        if found != nil { throw .lost(path: path, reason: "\(reason); \(TailFile.name) is gone or damaged too") }
        let name = try folder.setAside(reason)
        try folder.make()
        let notice =
          "the journal was damaged (\(reason)) and is kept as \(name); undo and the log before now are there"
        return (try SQLiteJournal(at: folder.journal), .editing, [notice])
      }
    } catch {
      return (reading(folder), .journal(error), [])
    }
  }

  /// Opens a journal for writing; one that seems damaged once more, when the disk has given all of it.
  private static func opened(_ folder: JournalFolder) throws(JournalError) -> SQLiteJournal {
    do throws(JournalError) {
      return try SQLiteJournal(at: folder.journal)
    } catch {
      guard case .damaged = error else { throw error }
      try folder.checkReadable()
      return try SQLiteJournal(at: folder.journal)
    }
  }

  /// Keeps a tail file that is of other acts than the journal, which counts; what is to be said of it.
  private static func unmatched(_ folder: JournalFolder) throws(JournalError) -> String {
    let name = try folder.setTailAside()
    return "\(TailFile.name) holds acts that are not those of the journal, as where one of the two was copied from "
      + "elsewhere; it is kept as \(name), and the roster goes by the journal"
  }

  /// What to say of entries that were put back.
  static func words(_ lost: LostEntries) -> String {
    let count = lost.entries.count
    let before = lost.isGap ? "; undo and the log before \(count == 0 ? "now" : "them") are gone with it" : ""
    return "the journal was removed or has lost its end; \(count) act\(count == 1 ? "" : "s") that it should have had "
      + "\(count == 1 ? "is" : "are") put back from \(TailFile.name), no edit is lost\(before)"
  }

  private static func reading(_ folder: JournalFolder) -> (any RosterJournal)? {
    guard folder.hasJournal else { return nil }
    do { return try SQLiteJournal(reading: folder.journal) } catch { return nil }
  }

  /// Why a journal that is there was not opened, not even for reading.
  private static func unread(
    _ folder: JournalFolder, _ journal: (any RosterJournal)?, _ access: SessionAccess, orElse found: TailReading?
  ) -> JournalError? {
    if case .journal(let error) = access, case .lost = error { return error }
    guard journal == nil else { return nil }
    if let obstruction = folder.obstruction { return obstruction }
    guard folder.hasJournal else { return found?.lossWithoutJournal }
    if case .journal(let error) = access { return error }
    do {
      try SQLiteJournal(reading: folder.journal).close()
      return .busy(path: folder.journal)
    } catch {
      return error
    }
  }

  /// What to say of a journal that could not be read: at the desk also why, which a command tells among what is wrong with the
  /// folder.
  private static func missing(_ error: JournalError, _ kept: KeptTail?, _ options: SessionOptions) -> String {
    let count = kept?.entries.count ?? 0
    let acts = count == 0 ? "" : ", and the \(count) acts since then that \(TailFile.name) holds"
    return (options.isDesk ? "\(error). " : "")
      + "These are the tables as they were written\(acts); other edits since then would be missing"
  }
}
