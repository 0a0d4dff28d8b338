import RosterModel

extension Model {
  /// The journal holds what was asked for first.
  mutating func takeRecorded(_ ticket: Int, _ entry: JournalEntry) {
    guard let first = acts.pending.first, first.ticket == ticket else { return }
    acts.pending.removeFirst()
    if !first.isApplied { document.replay(entry) }
    let act = first.intention.act.id
    if first.intention.purpose != .undo {
      acts.history.record(act, at: entry.position)
      for index in acts.pending.indices where acts.pending[index].intention.act.id == act {
        acts.pending[index].intention.act.position = entry.position
      }
    }
    settle(first.intention.conflicts, isRedone: true)
    acts.conflicts.removeOvertaken(by: entry.draft.changes)
    acts.recorded.append(entry)
    acts.seen = max(acts.seen, entry.position)
    if acts.storage != .writable { acts.storage = .writable }
    pendingChanged()
    if acts.isLeaving, acts.pending.isEmpty { return emit(.quit) }
    submitNext()
  }

  /// The journal does not hold what was asked for first: it is taken back, and with it what cannot stand without it.
  ///
  /// What could not be written stays pending and is tried again.
  mutating func takeRefused(_ ticket: Int, _ reason: EditRefusal) {
    guard let first = acts.pending.first, first.ticket == ticket, first.isSent else { return }
    acts.isLeaving = false
    if case .notWritten(let why, _) = reason {
      acts.pending[0].isSent = false
      if acts.storage != .failing(why) { say(.failed, "Not written: \(why)") }
      acts.storage = .failing(why)
      return retryLater()
    }
    takeBackPending()
    acts.pending.removeFirst()
    let dependent = acts.pending.filter { $0.intention.act.id == first.intention.act.id }
    acts.pending.removeAll { $0.intention.act.id == first.intention.act.id }
    unfollowHistory(first.intention, isWantedNoMore: !dependent.isEmpty)
    // What another's entry left nothing for is still to be refused by the journal, which knows whose it is.
    let stood = Set(acts.pending.filter(\.isApplied).map(\.ticket))
    applyPending()
    var refusal = Refusal(intention: first.intention, reason: reason)
    for lost in acts.pending where !lost.isApplied && stood.contains(lost.ticket) {
      refusal.alsoTakenBack.append(lost.intention.words)
      unfollowHistory(lost.intention, isWantedNoMore: false)
    }
    acts.pending.removeAll { !$0.isApplied && stood.contains($0.ticket) }
    pendingChanged()
    show(refusal)
    submitNext()
  }

  /// Others' entries: the roster follows, what is pending stays on top of it.
  mutating func takeOthers(_ entries: [JournalEntry]) {
    let fresh = entries.filter { $0.position > acts.seen && $0.author.session != acts.author.session }
    guard let last = fresh.last else { return }
    let reach = ChangeReach(acts.pending.flatMap(\.intention.changes))
    let isApart = fresh.allSatisfy { $0.draft.changes.allSatisfy { reach.meeting(with: $0) == nil } }
    if !isApart { takeBackPending() }
    for entry in fresh {
      do {
        try document.apply(entry.draft.changes)
      } catch {
        document.replay(entry)
      }
      acts.history.follow(entry)
      acts.conflicts.removeOvertaken(by: entry.draft.changes)
    }
    if !isApart { applyPending() }
    for entry in fresh { acts.recorded.append(entry) }
    acts.seen = last.position
    pendingChanged()
    tell(of: fresh)
  }

  /// Whether acts can be recorded has changed.
  mutating func takeStorage(_ state: StorageState) {
    guard acts.storage != state else { return }
    acts.storage = state
    switch state {
    case .writable: submitNext()
    case .readOnly(let why): say(.failed, "Read-only from now on: \(why)")
    case .failing(let why):
      say(.failed, "Cannot save: \(why)")
      retryLater()
    }
  }

  /// Tries again to write what is pending.
  mutating func retry() { submitNext() }

  /// How long to wait before what could not be written is tried again.
  private static let retryMilliseconds = 5000

  private mutating func retryLater() {
    acts.retryToken -= 1
    emit(.wake(afterMilliseconds: Self.retryMilliseconds, token: acts.retryToken))
  }

  /// The document without what is pending.
  private mutating func takeBackPending() {
    for submission in acts.pending.reversed() where submission.isApplied {
      do {
        try document.apply(submission.intention.changes.inverse)
      } catch {
        preconditionFailure("what was done last cannot be taken back: \(submission.intention.words)")
      }
    }
  }

  /// The document with what is pending, as far as it still applies.
  mutating func applyPending() {
    for index in acts.pending.indices {
      do {
        try document.apply(acts.pending[index].intention.changes)
        acts.pending[index].isApplied = true
      } catch {
        acts.pending[index].isApplied = false
      }
    }
  }

  /// Undo and redo as if an intention had never been.
  private mutating func unfollowHistory(_ intention: Intention, isWantedNoMore: Bool) {
    let act = intention.act
    switch intention.purpose {
    case .perform: isWantedNoMore ? acts.history.drop(act) : acts.history.undo(act)
    case .undo: acts.history.redo(act)
    case .redo: acts.history.undo(act)
    }
  }
}

extension Model {
  /// Takes the roster anew, with what is pending on top of it as far as it applies there.
  ///
  /// What names rows by their numbers in the roster before, as a list to choose from, a posting in hand or a plan does, is
  /// given up.
  mutating func reload(_ reloading: Reloading) {
    document = Document(reloading.roster, revision: document.revision + 1)
    board = Board(document.frame)
    readingFindings = reloading.readingFindings
    unusable = reloading.unusable
    acts.seen = max(acts.seen, reloading.end)
    acts.recorded = reloading.acts
    acts.conflicts = reloading.conflicts
    acts.conflictActs = reloading.conflictActs
    history.count = -1
    haystacks = []
    search = Search(text: search.text)
    grid.carried = nil
    giveUpPrompt()
    giveUpPlan()
    applyPending()
    pendingChanged()
    visitors = []
    say(.failed, reloading.notice)
  }

  private mutating func giveUpPrompt() {
    switch prompt {
    case .assign, .choose: prompt = nil
    case .line, .confirm, .reason, .refused, nil: break
    }
  }

  private mutating func giveUpPlan() {
    if plan.isRunning { emit(.cancelPlan(ticket: plan.ticket)) }
    guard plan.isRunning || plan.proposal != nil else { return }
    // News of it is told from that of a later one by its number.
    plan.ticket += 1
    plan.phase = .idle
    if screen == .plan { goBack() }
  }
}
