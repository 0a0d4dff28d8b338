import Coverage
import RosterFolder
import RosterModel

extension RosterSession {
  /// Brings roster and grid up to what others have recorded.
  ///
  /// O(changes), but for entries that publish or name what no table defines, after which the grid is made anew.
  func follow(_ entries: [JournalEntry]) {
    for entry in entries where entry.position > position {
      do {
        try live.apply(entry.draft.changes)
      } catch {
        // An entry was checked against the roster that this one is; where they differ after all, what applies counts.
        conflicts += live.replay(entry)
      }
      position = entry.position
      conflicts.removeOvertaken(by: entry.draft.changes)
      remembered?.entries.append(entry)
      if entry.author.session != author.session { unasked.append(entry) }
    }
  }

  /// Reads tables and journal anew.
  ///
  /// - Returns: whether the roster is another than the entries made it.
  func reload() throws(SessionError) -> Bool {
    let stamps = TableStamps(of: folder.roster)
    let snapshot = try Self.read(folder.roster)
    let loaded = try SessionLoading(
      snapshot, stamps, journal, isEditing: access == .editing, hasTurn: isFolding, at: options.clock())
    let wasOutside = outside
    let isOther =
      loaded.isOutside || loaded.outside != wasOutside || !Self.isSameFrame(snapshot.roster, self.snapshot.roster)
      || journal == nil
    if !isOther {
      // The same roster, so what is not known yet is in the entries.
      follow(try entries(after: position))
    } else {
      live = LiveRoster(loaded.tables.replay)
      position = loaded.tables.position
      unasked = []
    }
    remembered = loaded.remembered ?? remembered
    self.snapshot = loaded.tables.snapshot
    self.stamps = loaded.stamps
    base = loaded.base
    lastCheckpoint = loaded.lastCheckpoint
    outside = loaded.outside
    if isOther { conflicts = try openConflicts(of: loaded.tables) }
    if loaded.isOutside { tellOutsideEdits() }
    return isOther
  }

  private func entries(after position: JournalPosition) throws(SessionError) -> [JournalEntry] {
    do { return try journal?.news(after: position).entries ?? [] } catch { throw .journal(error) }
  }

  private static func read(_ path: String) throws(SessionError) -> FolderSnapshot {
    do { return try FolderReader.read(at: path) } catch { throw .folder(error) }
  }

  /// Whether two rosters differ at most in what the journal can change.
  private static func isSameFrame(_ left: Roster?, _ right: Roster?) -> Bool {
    func bare(_ roster: Roster?) -> Roster? {
      var roster = roster
      roster?.assignments = []
      roster?.absences = []
      roster?.publications = []
      roster?.published = []
      roster?.strays = []
      roster?.notes = []
      return roster
    }
    return bare(left) == bare(right)
  }
}
