import RosterModel

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
