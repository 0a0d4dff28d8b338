import Coverage
import Files
import RosterFolder
import RosterModel

extension RosterSession {
  /// Goes on with another journal where the files of this one are no longer those that were opened: somebody has removed
  /// or replaced them, and what is written to them is lost with this program.
  ///
  /// All that was told as recorded is in the tail file, and in this session's memory if that is gone too; it is put into
  /// the journal that is there now, or into a new one.
  ///
  /// - Parameter again: whether to try once more where that has failed: it costs a reading of the folder.
  /// - Throws: `SessionError` where the folder itself is gone, or no journal can be used in it.
  func returnToPlace(again: Bool = false) throws(SessionError) {
    if let displacement, !again { throw displacement }
    guard displacement != nil || (access == .editing && journal?.isInPlace == false) else { return }
    journal?.abandon()
    journal = nil
    do throws(SessionError) {
      // Another folder in its place is another roster, whatever it holds.
      guard isAtHome else { throw .journal(.gone(path: folder.roster)) }
      let opened = try SessionOpening(at: folder.roster, options, returningWith: remembered)
      if case .journal(let error) = opened.access { throw .journal(error) }
      guard opened.access == .editing else {
        throw .journal(.failed(path: folder.path, reason: "\(opened.access)"))
      }
      displacement = nil
      notices.append(Self.words(opened.restored))
      notices += opened.notices.filter { $0 != opened.restored.map(SessionOpening.words) }
      try take(opened)
    } catch {
      displacement = error
      throw error
    }
    registry?.leave()
    registry = nil
    join()
    isReloaded = true
  }

  /// What to say of a journal that another was put in place of.
  private static func words(_ lost: LostEntries?) -> String {
    let words = "the journal was removed or replaced while the roster was open"
    guard let lost, !lost.isEmpty else { return words + "; the one that is there now has every edit" }
    let log = lost.isGap ? "; undo and the log before them are gone" : ""
    return words + "; every edit since the tables were written is put back\(log)"
  }

  /// Whether the roster folder is the one that was opened.
  private var isAtHome: Bool {
    do throws(JournalError) { return try FileIdentity(ofFolder: folder.roster) == home } catch { return false }
  }

  /// Takes over what opening the folder has found.
  private func take(_ opened: SessionOpening) throws(SessionError) {
    journal = opened.journal
    snapshot = opened.tables.snapshot
    live = LiveRoster(opened.tables.replay)
    position = opened.tables.position
    stamps = opened.stamps
    (base, lastCheckpoint, outside) = (opened.base, opened.lastCheckpoint, opened.outside)
    remembered = opened.remembered
    unasked = []
    conflicts = try openConflicts(of: opened.tables)
  }

  /// Writes the tables of a roster in whose folder no journal can be used any more.
  ///
  /// - Throws: `CheckpointError.withoutJournal` where that is done, `unsaved` where they could not be written either.
  func saveAlone() throws(CheckpointError) {
    guard let displacement, let kept = remembered else { return }
    let reason = SessionProblem.words(displacement)
    guard !kept.entries.isEmpty else { throw .withoutJournal(reason: reason) }
    guard isAtHome else {
      throw .unsaved(acts: kept.entries.count, reason: "\(folder.roster) was moved, replaced or removed")
    }
    let saved: FolderSnapshot
    do {
      saved = try FolderWriter.save(roster, over: snapshot)
    } catch {
      throw .unsaved(acts: kept.entries.count, reason: "\(error)")
    }
    let checkpoint = NewCheckpoint(at: options.clock(), through: position, tables: TablePrints(saved), isDone: true)
    do {
      try tailFile.write(KeptTail(start: checkpoint, startSeal: kept.endSeal))
    } catch {
      // With the tables written, an older file only says again what they hold.
    }
    throw .withoutJournal(reason: reason)
  }

  /// Puts what was recorded in the second place.
  ///
  /// The journal has it on the disk by then, so what fails here is told and refuses nothing.
  func keep(_ entry: JournalEntry, of journal: some RosterJournal) {
    remembered?.entries.append(entry)
    do {
      try tailFile.keep(entry, of: journal)
      tailFailure = nil
    } catch {
      let words =
        "\(tailFile.path) could not be written (\(error)). The edit is saved in the journal alone; make that file "
        + "writable, so that a damaged journal loses nothing"
      if tailFailure != words { notices.append(words) }
      tailFailure = words
    }
  }

  /// Has the second place hold only what the tables do not, once the journal needs nothing but its own file for the rest.
  func shortenTail(_ journal: some RosterJournal, to checkpoint: Checkpoint) {
    do {
      guard try journal.flush() else { return }
      try tailFile.begin(with: journal)
      let seal = try journal.seal(at: checkpoint.through)
      remembered = KeptTail(
        start: checkpoint.content, startSeal: seal,
        entries: remembered?.entries.filter { $0.position > checkpoint.through } ?? [])
    } catch {
      // What is there too long is only more than is needed.
    }
  }
}
