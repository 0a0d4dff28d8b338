import Coverage
import Files
import RosterFolder
import RosterModel

/// A roster folder opened by a desk or a command: the roster at the journal's end, and the one way to change it.
///
///     let session = try RosterSession(at: "yunusobod", SessionOptions(person: "Aziz", isDesk: true))
///     let entry = try session.commit(draft, basis: session.position)   // on the disk, or refused
///     let others = try session.news().entries                          // what others have done meanwhile
///     try session.close()
///
/// Used by one thread. Several sessions, of one or of many processes, may have the same folder open.
public final class RosterSession {
  /// The person and this session.
  public let author: Author
  /// The journal's folder.
  public let folder: JournalFolder
  /// Whether the roster may be edited, and why not.
  public internal(set) var access: SessionAccess
  /// What is to be told to the person once: a journal that was put aside, tables that were edited outside.
  public internal(set) var notices: [String] = []
  /// How many of them were asked for.
  var told = 0
  /// The tables as they are in the folder, and what is wrong with them.
  public internal(set) var snapshot: FolderSnapshot
  /// Why the journal could not be read when the roster was opened; `nil` where it was, and where there is none.
  public internal(set) var unread: JournalError?
  /// The roster at `position`, with its grid.
  var live: LiveRoster {
    didSet { if live.now != now { live.now = now } }
  }
  /// The instant that acts are made at: postings whose shifts have begun by then are changed for a reason only.
  ///
  /// `nil` for whoever asks for reasons itself.
  public var now: Int? {
    didSet { live.now = now }
  }
  /// The journal's end, as far as this session knows it.
  public internal(set) var position: JournalPosition
  /// What the roster does not have of what was recorded and nobody has settled, when it was opened or last loaded.
  public internal(set) var conflicts: [ReplayConflict] = []

  var journal: (any RosterJournal)?
  var registry: DeskRegistry?
  /// The checkpoint that the tables are of; `nil` without a journal.
  var base: Checkpoint?
  /// The number of the latest checkpoint that the session knows.
  var lastCheckpoint: Int64 = 0
  var outside: Int64 = 0
  var stamps: TableStamps
  /// What others have recorded and nobody has asked for yet.
  var unasked: [JournalEntry] = []
  var isReloaded = false
  /// Whether the tables are being brought up to date.
  var isFolding = false
  let options: SessionOptions
  /// Which folder was opened.
  let home: FileIdentity
  /// The second durable place for what the tables do not hold.
  let tailFile: TailFile
  /// Why no journal can be used in place of one that was removed or replaced.
  var displacement: SessionError?
  /// Why the tail file could not be written, as it was told last.
  var tailFailure: String?
  /// What is recorded since the tables were written, as far as this session knows; `nil` without a journal.
  var remembered: KeptTail?

  /// The roster at `position`.
  public var roster: Roster { live.roster }

  /// What stands where in it.
  public var grid: CoverageGrid { live.grid }

  /// Whether the tables hold all of the journal.
  public var isFolded: Bool { base.map { $0.through >= position && $0.origin == .own } ?? true }

  /// Opens a roster folder.
  ///
  /// Where it cannot be edited it is opened for looking, and `access` says why.
  ///
  /// - Throws: `SessionError` where there is no roster.
  public init(at path: String, _ options: SessionOptions) throws(SessionError) {
    self.options = options
    author = Author(person: options.person, session: SessionName.fresh(), origin: options.origin())
    let opened = try SessionOpening(at: path, options)
    folder = opened.folder
    access = opened.access
    notices = opened.notices
    unread = opened.unread
    journal = opened.journal
    stamps = opened.stamps
    snapshot = opened.tables.snapshot
    live = LiveRoster(opened.tables.replay)
    position = opened.tables.position
    base = opened.base
    lastCheckpoint = opened.lastCheckpoint
    outside = opened.outside
    remembered = opened.remembered
    tailFile = TailFile(of: opened.folder)
    do { home = try FileIdentity(ofFolder: opened.folder.roster) } catch { throw .journal(error) }
    conflicts = try openConflicts(of: opened.tables)
    join()
    if opened.isOutside { tellOutsideEdits() }
  }

  /// What nobody has settled.
  func openConflicts(of tables: ReplayedTables) throws(SessionError) -> [ReplayConflict] {
    guard let journal else { return tables.conflicts }
    do {
      let noted = try journal.openConflicts()
      return base == nil ? tables.open(beside: noted) : noted
    } catch {
      throw .journal(error)
    }
  }

  deinit { registry?.leave() }

  /// Makes the desk one that others see, where it is one.
  func join() {
    guard options.isDesk, access == .editing else { return }
    let registry = DeskRegistry(in: folder.desks, author: author)
    do {
      try registry.join()
      self.registry = registry
    } catch {
      access = .journal(error)
    }
  }
}

/// What has happened to a roster since a session last asked.
public struct SessionNews: Sendable {
  /// What other desks and commands have recorded, in order; the session's roster has it.
  public var entries: [JournalEntry] = []
  /// Whether the roster must be taken anew from the session: its tables were edited outside.
  public var isReloaded = false
  /// What could not be replayed over those tables.
  public var conflicts: [ReplayConflict] = []

  /// No news.
  public init() {}
}

/// What an act meets when its turn to be recorded comes: what others have done since its author looked, and the roster with
/// that.
public struct Meanwhile {
  /// What others have recorded, in order.
  public let entries: [JournalEntry]
  /// Whether the roster was read anew since it was opened, because another program has edited its tables.
  public let isReloaded: Bool
  /// The roster without the act.
  public let roster: Roster
  /// What stands where in it.
  public let grid: CoverageGrid

  /// Whether the roster is another than the one that the act was made for, as far as the journal tells.
  public var isOther: Bool { isReloaded || !entries.isEmpty }
}
