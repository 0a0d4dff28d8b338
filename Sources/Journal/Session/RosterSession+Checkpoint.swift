import Files
import RosterFolder
import RosterModel

extension RosterSession {
  /// How often it is begun again where another program changes the tables at the same time.
  private static let attempts = 4

  /// Brings the tables up to the journal's end: all of them, or none.
  ///
  /// The journal first notes what the tables will hold, so that they are known again whenever the program ends. Programs
  /// take turns; where another has just brought the tables up to date, only what it has left is done.
  ///
  /// - Throws: `CheckpointError`; every edit is in the journal all the same.
  public func checkpoint() throws(CheckpointError) {
    // Whoever finds tables edited outside while it folds has nothing more to begin.
    guard access == .editing, !isFolding else { return }
    do { try returnToPlace() } catch { throw SessionProblem.checkpoint(error, folder) }
    guard let journal else { return }
    isFolding = true
    defer { isFolding = false }
    let turn: FolderLock
    do { turn = try FolderLock.turn(folder.path) } catch { throw .tables(error) }
    try fold(in: journal, inTurn: turn)
  }

  private func fold(in journal: some RosterJournal, inTurn: borrowing FolderLock) throws(CheckpointError) {
    for _ in 0..<Self.attempts {
      do throws(SessionError) {
        let news = try news()
        unasked = news.entries + unasked
        isReloaded = news.isReloaded || isReloaded
      } catch {
        throw SessionProblem.checkpoint(error, folder)
      }
      if isFolded { return }
      do throws(CheckpointError) {
        if try foldOnce(in: journal) { return }
      } catch {
        stamps = TableStamps.none
        guard case .tables(.changedMeanwhile) = error else { throw error }
      }
    }
    throw .tables(.busy(path: folder.roster))
  }

  /// Writes the tables; false where another program has noted a checkpoint that this session does not know.
  private func foldOnce(in journal: some RosterJournal) throws(CheckpointError) -> Bool {
    do {
      let save = try FolderWriter.prepare(roster, over: snapshot)
      let plan = NewCheckpoint(
        at: options.clock(), through: position, tables: TablePrints(save.after), isDone: save.isEmpty)
      guard let checkpoint = try journal.record(plan, conflicts: [], after: lastCheckpoint) else {
        stamps = TableStamps.none
        return false
      }
      lastCheckpoint = checkpoint.number
      if !save.isEmpty {
        try place(save)
        try journal.finish(checkpoint)
      }
      base = checkpoint
      snapshot = save.after
      shortenTail(journal, to: checkpoint)
      return true
    } catch let error as SaveError {
      throw .tables(error)
    } catch {
      throw .journal(JournalError(error, path: folder.journal))
    }
  }

  /// Puts the tables in their places.
  ///
  /// A save that could not put all of them there counts as done: whoever reads the folder finds the rest.
  private func place(_ save: PreparedSave) throws(SaveError) {
    defer { stamps = TableStamps(of: folder.roster) }
    do throws(SaveError) {
      try FolderWriter.commit(save)
    } catch {
      guard case .unfinished = error else { throw error }
    }
  }

  /// Has the tables say what was published, for programs that read them and not the journal.
  func foldPublication() {
    do { try checkpoint() } catch { notices.append("\(error)") }
  }

  /// Says that the tables were edited outside.
  ///
  /// They are not written at once: whoever edited them may not be done. What they have lost is told apart, for as long as
  /// nobody has settled it.
  func tellOutsideEdits() {
    notices.append(
      "the tables were edited by another program since they were last written; they are the roster now")
  }

  /// Lets go of the roster; the last desk that does so brings the tables up to date.
  ///
  /// Where no journal can be used any more the tables are written without one.
  ///
  /// - Throws: `CheckpointError` where that was not possible; it says where every edit is.
  public func close() throws(CheckpointError) {
    do { try returnToPlace(again: true) } catch { return try saveAlone() }
    guard journal != nil else { return }
    var failure: CheckpointError?
    let registry = registry ?? DeskRegistry(in: folder.desks, author: author)
    self.registry = nil
    registry.leave {
      do throws(CheckpointError) { try checkpoint() } catch { failure = error }
    }
    guard let open = self.journal else { return try saveAlone() }
    self.journal = nil
    do { try open.close() } catch { failure = failure ?? .journal(error) }
    if let failure { throw failure }
  }
}

/// Why the tables were not brought up to date; every edit is in the journal all the same, unless the case says otherwise.
public enum CheckpointError: Error, Hashable, Sendable {
  /// The tables could not be written.
  case tables(SaveError)
  /// The journal could not be written.
  case journal(JournalError)
  /// The journal was taken away and none can be used in its place, so the tables were written without one.
  case withoutJournal(reason: String)
  /// Neither a journal nor the tables could be written after the journal was taken away: so many acts that were recorded
  /// in it are nowhere but in this program.
  case unsaved(acts: Int, reason: String)
}

extension CheckpointError: CustomStringConvertible {
  /// What is wrong, and what to do.
  public var description: String {
    switch self {
    case .tables(let error):
      "the tables are not up to date: \(error). No edit is lost: they are in the journal, and every verb reads it"
    case .journal(let error):
      "the tables are not up to date: \(error). No edit is lost: they are in the journal, and every verb reads it"
    case .withoutJournal(let reason):
      "the tables are written and hold every edit, but the journal is gone and cannot be made again: \(reason). Mend that "
        + "before the roster is edited again; undo and the log begin anew then"
    case .unsaved(let acts, let reason):
      "\(acts) act\(acts == 1 ? "" : "s") that \(acts == 1 ? "was" : "were") saved in a journal which somebody has removed "
        + "since could not be saved again: \(reason). Note them from the history, and do them again"
    }
  }
}
