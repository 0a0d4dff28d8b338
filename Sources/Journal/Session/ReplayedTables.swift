import Files
import Glibc
import RosterFolder
import RosterModel

/// The roster that a folder's tables and the journal's tail make together.
struct ReplayedTables {
  /// The tables as they are in the folder.
  let snapshot: FolderSnapshot
  /// The roster at the journal's end.
  var replay: RosterReplay
  /// The journal's end.
  let position: JournalPosition
  /// The checkpoint that the tables are of; `nil` where they were edited outside, or the journal has none yet.
  let base: Checkpoint?
  /// How far the tables are known to hold the journal.
  let through: JournalPosition
  /// What tables that were edited outside have lost, and the changes that do not apply to them; none that was settled.
  let conflicts: [ReplayConflict]

  /// Whether the tables are of no checkpoint that the journal knows.
  var isOutside: Bool { base == nil }

  /// Replays a tail over tables; `nil` where no roster could be read.
  init?(_ snapshot: FolderSnapshot, _ tail: JournalTail) {
    guard let tables = snapshot.roster else { return nil }
    self.snapshot = snapshot
    position = tail.end
    base = Self.base(of: snapshot, in: tail)
    through = Self.through(base, tail)
    let entries = tail.entries.filter { [through] in $0.position > through }
    let isOutside = base.map { $0.origin == .outside } ?? true
    var replay = RosterReplay(tables)
    if isOutside {
      let later = Set(entries.flatMap(\.draft.changes).map(\.row))
      let lost = replay.lost(of: tail.standing.changes.filter { !later.contains($0.change.row) })
      conflicts =
        lost + replay.replay(overOutsideEdits: entries).filter { !tail.standing.settled.contains($0.mark) }
    } else {
      conflicts = entries.flatMap { replay.replay($0) }
    }
    self.replay = replay
  }

  /// What nobody has settled, where this was not noted in the journal.
  ///
  /// - Parameter noted: what the journal knows to be open; what it found lost before was looked for anew.
  func open(beside noted: [ReplayConflict]) -> [ReplayConflict] {
    guard isOutside else { return noted }
    let others = noted.filter { $0.position <= through && $0.fault != .takenAway }
    return (others + conflicts).sorted { ($0.position, $0.ordinal) < ($1.position, $1.ordinal) }
  }

  /// How far tables of a checkpoint, or of none, are known to hold the journal.
  static func through(_ base: Checkpoint?, _ tail: JournalTail) -> JournalPosition {
    base?.through ?? tail.candidates.first(where: \.isDone)?.through ?? .start
  }

  /// The latest checkpoint that the tables are of.
  static func base(of snapshot: FolderSnapshot, in tail: JournalTail) -> Checkpoint? {
    let tables = TablePrints(snapshot)
    return tail.candidates.last { $0.tables == tables }
  }
}

extension ReplayedTables {
  /// How often tables that are of no checkpoint are read again before others are kept from writing them, and how long
  /// between, in microseconds.
  private static let glances = 2
  private static let pause: UInt32 = 5_000

  /// Tables of a folder and the journal's tail of the same moment.
  ///
  /// Tables of a checkpoint are known by their prints, whenever they were read: what the journal has after it is replayed.
  /// All others might be those of a checkpoint that other programs have left behind meanwhile, with acts in between that
  /// neither these tables nor the entries after the latest checkpoint have. They are believed only if they were read
  /// while nobody could bring tables up to date.
  ///
  /// - Parameters:
  ///   - first: the tables as they were just read.
  ///   - read: reads them again.
  ///   - folder: whose lock keeps others from bringing the tables up to date.
  ///   - kept: what was kept apart from the journal, read before it.
  ///   - hasTurn: whether the caller holds that lock.
  static func read(
    _ first: FolderSnapshot, again read: () throws(FolderError) -> FolderSnapshot, _ journal: some RosterJournal,
    in folder: JournalFolder, keeping kept: KeptTail?, hasTurn: Bool = false
  ) throws -> (snapshot: FolderSnapshot, tail: JournalTail) {
    func tail() throws(JournalError) -> JournalTail {
      try journal.tail().joined(with: kept) { (end) throws(JournalError) in try journal.seal(at: end) }
    }
    var snapshot = first
    for glance in 0..<glances {
      let tail = try tail()
      if base(of: snapshot, in: tail) != nil { return (snapshot, tail) }
      if glance > 0 { Pause.microseconds(pause) }
      snapshot = try read()
    }
    /// What tables of no checkpoint should have is wanted only here, because it takes all entries to tell.
    func found() throws -> (snapshot: FolderSnapshot, tail: JournalTail) {
      let snapshot = try read()
      var tail = try tail()
      if base(of: snapshot, in: tail) == nil, !tail.candidates.isEmpty {
        tail.standing = try journal.standing(through: through(nil, tail))
      }
      return (snapshot, tail)
    }
    if hasTurn { return try found() }
    let turn = try FolderLock.turn(folder.path, isShared: true)
    let last = try found()
    _ = consume turn
    return last
  }
}

/// By what a change of a folder's files is noticed without reading them: their number, size and time.
struct TableStamps: Hashable, Sendable {
  private struct Stamp: Hashable, Sendable {
    var number: UInt64
    var size: Int
    var seconds: Int
    var nanoseconds: Int
  }

  private let stamps: [Stamp?]

  /// The stamps of a roster folder's files as they are now.
  init(of folder: String) {
    stamps = (["roster.toml"] + RosterTable.allCases.map(\.file)).map { file in
      var status = stat()
      guard stat(folder + "/" + file, &status) == 0 else { return nil }
      return Stamp(
        number: UInt64(status.st_ino), size: Int(status.st_size), seconds: status.st_mtim.tv_sec,
        nanoseconds: status.st_mtim.tv_nsec)
    }
  }

  /// Stamps that no folder has, for one that must be read anew.
  static let none = TableStamps(stamps: [])

  private init(stamps: [Stamp?]) { self.stamps = stamps }

  /// When the latest was written, in seconds since 1970-01-01 00:00 UTC.
  var latest: Int64 { Int64(stamps.compactMap { $0?.seconds }.max() ?? 0) }
}
