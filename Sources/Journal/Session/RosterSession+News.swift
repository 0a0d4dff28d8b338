import Coverage
import RosterFolder
import RosterModel

extension RosterSession {
  /// What others have done since this was last asked; the session's roster has it then.
  ///
  /// Costs a look at the journal's end and at the times of the tables where there is none: to be asked a few times a second.
  ///
  /// - Throws: `SessionError` where the folder or the journal can no longer be read.
  public func news() throws(SessionError) -> SessionNews {
    try returnToPlace()
    if TableStamps(of: folder.roster) != stamps {
      isReloaded = try reload() || isReloaded
    } else if let journal {
      let news: JournalNews
      do { news = try journal.news(after: position) } catch { throw .journal(error) }
      if news.outside == outside { follow(news.entries) } else { isReloaded = try reload() || isReloaded }
    }
    var news = SessionNews()
    news.entries = unasked
    news.isReloaded = isReloaded
    if isReloaded { news.conflicts = conflicts }
    unasked = []
    isReloaded = false
    return news
  }

  /// What is to be told to the person and was not asked for yet.
  public func takeNotices() -> [String] {
    defer { told = notices.count }
    return Array(notices.dropFirst(told))
  }

  /// What this person can undo and redo, from whichever desk it was done.
  ///
  /// - Parameter limit: how many of the person's latest entries are looked at.
  public func history(limit: Int = 200) throws(JournalError) -> EntryHistory {
    try journal?.history(of: author.person, limit: limit) ?? EntryHistory()
  }

  /// The entries that a filter lets through, and what is broken among them; none where there is no journal.
  public func records(matching filter: EntryFilter) throws(JournalError) -> [EntryRecord] {
    try journal?.records(matching: filter) ?? []
  }

  /// The entries that a filter lets through; none where there is no journal.
  public func entries(matching filter: EntryFilter) throws(JournalError) -> [JournalEntry] {
    try journal?.entries(matching: filter) ?? []
  }

  /// The entry of a key, by which an act that is asked for again is known; `nil` where there is none.
  public func entry(key: String) throws(JournalError) -> JournalEntry? { try journal?.entry(key: key) }

  /// Notes what the person decided about changes that the roster does not have.
  public func settle(_ settled: [ReplayConflict], as settlement: Settlement) throws(JournalError) {
    try journal?.settle(settled, as: settlement)
    let settled = Set(settled)
    conflicts.removeAll(where: settled.contains)
  }

  /// The acts that conflicts are of, as far as they are as they were recorded.
  public func acts(of conflicts: [ReplayConflict]) throws(JournalError) -> [JournalEntry] {
    guard !conflicts.isEmpty else { return [] }
    var filter = EntryFilter()
    filter.among = conflicts.positions
    return try entries(matching: filter)
  }

  /// What makes the roster say what conflicts would have made it say.
  public func changes(doingAgain conflicts: [ReplayConflict]) -> [RowChange] {
    live.changes(doingAgain: conflicts)
  }

  /// Says where the dispatcher is, for the eyes of others.
  public func move(to place: String) { registry?.move(to: place) }

  /// The other desks that are open.
  public func desks() -> [DeskPresence] { (registry ?? lookout).others() }

  private var lookout: DeskRegistry { DeskRegistry(in: folder.desks, author: author) }
}

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
      roster?.manoeuvres = []
      roster?.calls = []
      roster?.strays = []
      roster?.notes = []
      return roster
    }
    return bare(left) == bare(right)
  }
}
