import Coverage
import RosterModel

extension RosterSession {
  /// Records an act: when it returns, the act is on the disk.
  ///
  /// The act is looked at again while nobody else can record: it is refused where another has changed the same unit's day
  /// since `basis`, where what it changes is not there, where it makes a finding of severity error that was not there
  /// and is not forced with a reason, and where it changes a published day without a reason.
  ///
  /// - Parameters:
  ///   - basis: the position up to which whoever acts had seen the roster.
  ///   - accepted: rules by id whose new findings are no reason to refuse, because whoever acts was told of them.
  ///   - adapt: makes the act fit what others have done meanwhile, for one that is worth more than to be refused; asked
  ///     while nobody else can record. What it gives is looked at like any other.
  /// - Throws: `EditRefusal`; nothing is recorded then. `alreadyRecorded` has the entry of the draft's key.
  public func commit(
    _ draft: EntryDraft, basis: JournalPosition, accepting accepted: Set<String> = [],
    adapting adapt: ((EntryDraft, Meanwhile) throws(EditRefusal) -> EntryDraft)? = nil
  ) throws(EditRefusal) -> JournalEntry {
    if let obstacle = access.obstacle { throw .notWritten("\(access)", obstacle) }
    do { try returnToPlace(again: true) } catch { throw SessionProblem.refusal(error) }
    for _ in 0..<3 {
      var isOutdated = false
      let journal = try startedJournal()
      do throws(EditRefusal) {
        return try record(draft, basis, accepted, adapt, in: journal, &isOutdated)
      } catch {
        guard isOutdated || !journal.isInPlace else { throw error }
      }
      do throws(SessionError) {
        try returnToPlace()
        isReloaded = try reload() || isReloaded
      } catch {
        throw SessionProblem.refusal(error)
      }
    }
    throw .notWritten("the tables of \(folder.roster) keep changing; wait until whoever edits them is done")
  }

  /// The journal, made where there is none yet.
  private func startedJournal() throws(EditRefusal) -> any RosterJournal {
    if let journal { return journal }
    do {
      try folder.make()
      let journal = try SQLiteJournal(at: folder.journal)
      self.journal = journal
      isReloaded = try reload() || isReloaded
      return journal
    } catch let error as SessionError {
      throw SessionProblem.refusal(error)
    } catch {
      let error = JournalError(error, path: folder.journal)
      throw .notWritten("\(error)", error.obstacle)
    }
  }

  /// Records an act once; `isOutdated` where the tables were edited outside and must be read first.
  private func record(
    _ wanted: EntryDraft, _ basis: JournalPosition, _ accepted: Set<String>,
    _ adapt: ((EntryDraft, Meanwhile) throws(EditRefusal) -> EntryDraft)?, in journal: some RosterJournal,
    _ isOutdated: inout Bool
  ) throws(EditRefusal) -> JournalEntry {
    var draft = wanted
    let seenTo = min(basis, draft.kind.position ?? basis, position)
    var made: [Edit] = []
    do throws(EditRefusal) {
      let entry = try journal.append(after: seenTo, key: draft.key) { news throws(EditRefusal) in
        guard news.outside == outside else {
          isOutdated = true
          throw .notWritten("")
        }
        // What the tables hold is known whatever has become of its entry; what they do not hold is not.
        if let broken = news.broken.first(where: { $0.mendedBy == nil && $0.position > position }) {
          let error = JournalError.damaged(path: folder.journal, reason: "\(broken)")
          throw .notWritten("\(error)", error.obstacle)
        }
        follow(news.entries)
        if let adapt {
          let others = news.entries.filter { isOthers($0, draft, basis) }
          draft = try adapt(
            draft, Meanwhile(entries: others, isReloaded: isReloaded, roster: roster, grid: grid))
        }
        try checkClashes(draft, basis, with: news.entries)
        let seen = live.prints(of: draft.changes)
        made = try makeEdits(draft)
        let isRace = news.entries.contains { isOthers($0, draft, basis) } || !news.broken.isEmpty
        try judge(EditStep(name: draft.name, edits: made), draft, accepted, isRace: isRace)
        return NewEntry(at: options.clock(), author: author, draft: draft, seen: seen)
      }
      live.settle(made)
      position = entry.position
      conflicts.removeOvertaken(by: entry.draft.changes)
      keep(entry, of: journal)
      if let words = options.announce(entry, folder.roster) { notices.append(words) }
      if draft.kind == .publication { foldPublication() }
      return entry
    } catch {
      takeBack(made, draft)
      throw error
    }
  }

  /// Whether an entry is of another, and not known to whoever acts.
  ///
  /// What is taken back or done again must not have been changed since it was done, whether that was seen or not.
  private func isOthers(_ entry: JournalEntry, _ draft: EntryDraft, _ basis: JournalPosition) -> Bool {
    guard entry.position <= basis else { return entry.author.session != author.session }
    return draft.kind.position != nil && entry.author.person != author.person
  }

  private func checkClashes(
    _ draft: EntryDraft, _ basis: JournalPosition, with entries: [JournalEntry]
  ) throws(EditRefusal) {
    let others = entries.filter { isOthers($0, draft, basis) }
    guard !others.isEmpty else { return }
    let reach = ChangeReach(draft.changes)
    for entry in others {
      for change in entry.draft.changes {
        if let meeting = reach.meeting(with: change) {
          throw .clash(unit: meeting.subject, day: meeting.day, with: entry)
        }
      }
    }
  }

  private func makeEdits(_ draft: EntryDraft) throws(EditRefusal) -> [Edit] {
    do {
      return try live.propose(draft.changes)
    } catch {
      throw .notThere(draft.changes[error.ordinal])
    }
  }

  /// Asks the rules about a step that the roster has and the grid has not.
  ///
  /// A plan keeps its own promises about rules, and what is taken back leaves what was there before: only where others have
  /// edited meanwhile can these break what nobody knew of.
  private func judge(
    _ step: EditStep, _ draft: EntryDraft, _ accepted: Set<String>, isRace: Bool
  ) throws(EditRefusal) {
    let isForced = draft.isForced && !draft.reason.isEmpty
    let isJudged: Bool
    switch draft.kind {
    case .edit, .correction, .imported, .publication: isJudged = true
    case .undo, .redo, .plan, .repair: isJudged = isRace
    }
    if !isForced, isJudged {
      let broken = live.judge(proposed: step).filter { $0.severity == .error && !accepted.contains($0.rule.id) }
      if !broken.isEmpty { throw .breaksRules(broken) }
    }
    if draft.reason.isEmpty, let published = live.publications(changedBy: step).first {
      throw .wantsReason(district: roster.id(published.district), day: published.day)
    }
    if draft.reason.isEmpty, let posting = live.grid.worked(changedBy: draft.changes).first { throw .worked(posting) }
  }

  private func takeBack(_ made: [Edit], _ draft: EntryDraft) {
    guard !made.isEmpty else { return }
    do {
      try live.takeBack(draft.changes)
    } catch {
      // Cannot be, and if it were, reading anew is right whatever has happened.
      stamps = TableStamps.none
    }
  }
}
