import Glibc
import RosterFolder
import RosterModel

/// A copy of a journal in a folder of its own, for finding out what can be mended; it goes with this value.
struct TemporaryJournal: ~Copyable {
  private let path: String
  private var journal: String { path + "/journal.sqlite" }
  /// Where a file that was made anew is.
  var rebuilt: String { path + "/rebuilt.sqlite" }

  /// A folder without a journal yet.
  init() throws(JournalError) {
    let place = (getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp") + "/patrol-XXXXXX"
    var template = Array(place.utf8CString)
    guard mkdtemp(&template) != nil else { throw JournalFolder.failure(place) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Copies a journal that nobody has open.
  func copy(_ folder: JournalFolder) throws(JournalError) {
    for end in ["", "-wal"] where try JournalFolder.isThere(folder.journal + end) {
      try JournalFolder.copy(folder.journal + end, to: journal + end)
    }
  }

  deinit {
    for name in ["/journal.sqlite", "/rebuilt.sqlite"] {
      for end in ["", "-wal", "-shm"] { unlink(path + name + end) }
    }
    rmdir(path)
  }

  /// Whether the file is one that SQLite finds nothing wrong with, and a journal.
  ///
  /// - Throws: `JournalError.newer`, as nobody mends what he does not know; and what the system says.
  func isWhole() throws(JournalError) -> Bool {
    do throws(JournalError) {
      try SQLiteJournal(at: journal).close()
      return true
    } catch {
      guard case .damaged = error else { throw error }
      return false
    }
  }

  /// The copy's last entry, where SQLite finds nothing wrong with it.
  func end() throws(JournalError) -> JournalPosition {
    let copy = try SQLiteJournal(reading: journal)
    let end = try copy.chain(sealsAt: []).last
    try copy.close()
    return end
  }

  /// Mends the copy.
  func mend(_ repair: Mending) throws(JournalError) -> JournalRepair.Outcome { try repair.mend(journal, after: []) }

  /// Begins a new one in the place of one that is gone.
  func begin(_ repair: Mending) throws(JournalError) -> JournalRepair.Outcome {
    try makeRebuilt()
    try SQLiteJournal(at: rebuilt, making: true).close()
    return try repair.mend(rebuilt, after: [.begunAnew])
  }

  private func makeRebuilt() throws(JournalError) {
    let file = creat(rebuilt, 0o600)
    guard file >= 0 else { throw JournalFolder.failure(rebuilt) }
    close(file)
  }

  /// How a roster's tail file stands to the copy as it was mended.
  ///
  /// - Parameter isWhole: whether it was mended as it was, and not made anew.
  func tailState(
    of folder: JournalFolder, _ isWhole: Bool
  ) throws(JournalError) -> JournalInspection.TailState? {
    let anchors = TailFile.read(of: folder).map(JournalAnchor.of) ?? []
    let mended = try SQLiteJournal(reading: isWhole ? journal : rebuilt)
    let chain = try mended.chain(sealsAt: Set(anchors.map(\.position)))
    try mended.close()
    return JournalInspection.TailState(of: folder, anchors, chain)
  }

  /// Makes a new file of what can be read of the copy, and mends that.
  func rebuild(_ repair: Mending) throws(JournalError) -> JournalRepair.Outcome {
    try makeRebuilt()
    let count = try JournalSalvage(source: journal, target: rebuilt).run()
    if count == nil { try SQLiteJournal(at: rebuilt, making: true).close() }
    return try repair.mend(rebuilt, after: [count.map(MendingStep.rebuilt) ?? .begunAnew])
  }
}

/// How a journal's entries are mended: by whom, and with what is known from elsewhere.
struct Mending {
  /// Who mends them.
  let author: Author
  /// When.
  let time: Int64
  /// What the roster's tail file has.
  let kept: KeptTail?

  /// Mends a file.
  ///
  /// - Parameter steps: what was done to it before.
  func mend(_ path: String, after steps: [MendingStep]) throws(JournalError) -> JournalRepair.Outcome {
    let journal = try SQLiteJournal(at: path)
    var steps = steps
    // What was lost at the end comes first: the repair stands after it.
    if let kept, let lost = try journal.restore(kept) {
      steps += lost.entries.map { MendingStep.restoredEntry($0.position) }
    }
    let (more, entry) = try journal.mend(by: author, at: time, keeping: kept, after: steps)
    try journal.close()
    return JournalRepair.Outcome(steps: more, entry: entry)
  }
}
