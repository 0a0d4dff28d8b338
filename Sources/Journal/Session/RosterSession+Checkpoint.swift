import RosterFolder
import RosterModel

extension RosterSession {
  /// How often tables are looked at again where another program writes them at the same time.
  private static let attempts = 3

  /// Brings the tables up to the journal's end: all of them, or none.
  ///
  /// The journal first notes what the tables will hold, so that they are known again whenever the program ends.
  ///
  /// - Throws: `CheckpointError`; every edit is in the journal all the same.
  public func checkpoint() throws(CheckpointError) {
    guard access == .editing, let journal else { return }
    var attempt = 1
    while true {
      do throws(SessionError) {
        let news = try news()
        unasked = news.entries + unasked
        isReloaded = news.isReloaded || isReloaded
      } catch {
        throw SessionProblem.checkpoint(error, folder)
      }
      if isFolded { return }
      if try isPlaced(in: journal, isLast: attempt >= Self.attempts) { return }
      attempt += 1
    }
  }

  /// Tries to bring the tables up to date; false where another program has written them meanwhile.
  private func isPlaced(in journal: some RosterJournal, isLast: Bool) throws(CheckpointError) -> Bool {
    do {
      let save = try FolderWriter.prepare(roster, over: snapshot)
      let plan = NewCheckpoint(
        at: options.clock(), through: position, tables: TablePrints(save.after), isDone: save.isEmpty)
      guard let checkpoint = try journal.record(plan, conflicts: [], after: lastCheckpoint) else {
        stamps = TableStamps.none
        return isLast
      }
      lastCheckpoint = checkpoint.number
      if !save.isEmpty {
        try place(save)
        try journal.finish(checkpoint)
      }
      base = checkpoint
      snapshot = save.after
      return true
    } catch let error as SaveError {
      stamps = TableStamps.none
      if case .changedMeanwhile = error, !isLast { return false }
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
  /// They are not written at once: whoever edited them may not be done.
  func tellOutsideEdits(_ conflicts: [ReplayConflict]) {
    var notice = "the tables were edited by another program since they were last written; they are the roster now"
    if !conflicts.isEmpty {
      notice +=
        ", and \(conflicts.count) change\(conflicts.count == 1 ? "" : "s") of the journal could not be made in them: "
      notice += "`patrol log --conflicts` lists them"
    }
    notices.append(notice)
  }

  /// Lets go of the roster; the last desk that does so brings the tables up to date.
  ///
  /// - Throws: `CheckpointError` where that was not possible; every edit is in the journal all the same.
  public func close() throws(CheckpointError) {
    guard let journal else { return }
    var failure: CheckpointError?
    let registry = registry ?? DeskRegistry(in: folder.desks, author: author)
    registry.leave {
      do throws(CheckpointError) { try checkpoint() } catch { failure = error }
    }
    self.registry = nil
    self.journal = nil
    do { try journal.close() } catch { failure = failure ?? .journal(error) }
    if let failure { throw failure }
  }
}
