import RosterFolder
import RosterModel

extension RosterSession {
  /// Brings the tables up to the journal's end: all of them, or none.
  ///
  /// The journal first notes what the tables will hold, so that they are known again whenever the program ends. Where
  /// another program brings them up to date at the same time, it is left to do so.
  ///
  /// - Throws: `CheckpointError`; every edit is in the journal all the same.
  public func checkpoint() throws(CheckpointError) {
    guard access == .editing, let journal else { return }
    do throws(SessionError) {
      let news = try news()
      unasked = news.entries + unasked
      isReloaded = news.isReloaded || isReloaded
    } catch {
      throw SessionProblem.checkpoint(error, folder)
    }
    guard !isFolded else { return }
    let save: PreparedSave
    do { save = try FolderWriter.prepare(roster, over: snapshot) } catch { throw .tables(error) }
    let plan = NewCheckpoint(
      at: options.clock(), through: position, tables: TablePrints(save.after), isDone: save.isEmpty)
    do {
      guard let checkpoint = try journal.record(plan, conflicts: [], after: lastCheckpoint) else {
        stamps = TableStamps.none
        return
      }
      lastCheckpoint = checkpoint.number
      if !save.isEmpty {
        try place(save)
        try journal.finish(checkpoint)
      }
      base = checkpoint
      snapshot = save.after
    } catch let error as SaveError {
      stamps = TableStamps.none
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

  /// Has the tables hold what was replayed over them, and says what could not be.
  func foldOutsideEdits(_ conflicts: [ReplayConflict]) {
    var notice = "the tables were edited by another program since they were last written; they are the roster now"
    if !conflicts.isEmpty {
      notice +=
        ", and \(conflicts.count) edit\(conflicts.count == 1 ? "" : "s") of the journal could not be made in them: "
      notice += "`patrol log --conflicts` lists them"
    }
    notices.append(notice)
    do {
      try checkpoint()
    } catch {
      notices.append("\(error)")
    }
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
