import RosterModel
import Screen

extension Model {
  /// Why nothing is changed where the roster was opened to be looked at, and what to do.
  static let readOnlyReason = "the roster was opened read-only; open it again without --read-only"

  /// Why nothing can be recorded; `nil` where it can.
  var whyReadOnly: String? {
    if isReadOnly { return Self.readOnlyReason }
    if case .readOnly(let reason) = acts.storage { return reason }
    return nil
  }

  /// Why nothing can be changed now; `nil` where it can.
  var whyNoEdit: String? {
    whyReadOnly ?? (plan.isRunning ? "a plan is being made; Esc stops it" : nil)
  }

  /// Does a step that can be undone.
  mutating func perform(_ step: EditStep, kind: EntryKind = .edit) { attempt(intention(step, kind: kind)) }

  /// What a step comes to, to be attempted.
  mutating func intention(_ step: EditStep, kind: EntryKind = .edit) -> Intention {
    Intention(act: Act(id: acts.nextNumber(), kind: kind, name: step.name, changes: document.changes(step)))
  }

  /// Undoes the last act.
  mutating func undo() {
    guard let act = acts.history.done.last else { return }
    attempt(Intention(purpose: .undo, act: act))
  }

  /// Does again what was undone last, or what the journal did not take.
  mutating func redo() {
    guard let act = acts.history.undone.last else { return }
    attempt(again(act))
  }

  /// The doing of an act once more: a redo where the journal holds it, or will before it is asked for this.
  func again(_ act: Act) -> Intention {
    let isKnown = act.position != nil || acts.pending.contains { $0.intention.act.id == act.id }
    return Intention(purpose: isKnown ? .redo : .perform, act: act)
  }

  /// Does what a dispatcher wants, as pending: the only way by which the desk changes the roster of itself.
  ///
  /// Asks for a reason first where what was worked or a published day is touched and none is given.
  mutating func attempt(_ intention: Intention) {
    if let reason = whyNoEdit { return say(.refused, "Not changed: \(reason).") }
    guard !intention.changes.isEmpty else { return }
    let worked = document.worked(changedBy: intention.changes, at: nowMinutes)
    if intention.reason.isEmpty, let posting = worked.first {
      return ask(intention, because: .worked(words(of: posting)))
    }
    if intention.reason.isEmpty, let day = publishedDay(touchedBy: intention) {
      return ask(intention, because: .published(words(of: day)))
    }
    var intention = intention
    if !worked.isEmpty, intention.purpose == .perform, intention.act.kind == .edit { intention.act.kind = .correction }
    do {
      try document.apply(intention.changes)
    } catch {
      return refuseHere(intention, intention.changes[error.ordinal])
    }
    followHistory(intention)
    acts.pending.append(Submission(ticket: acts.nextNumber(), intention: intention, basis: acts.seen))
    pendingChanged()
    let words =
      switch intention.purpose {
      case .perform: intention.act.name
      case .undo: "Undone: \(intention.act.name)"
      case .redo: "Done again: \(intention.act.name)"
      }
    say(.done, words)
    submitNext()
  }

  /// Asks the journal to record what was done first, unless it has been asked.
  mutating func submitNext() {
    guard whyReadOnly == nil, let first = acts.pending.first, !first.isSent, let draft = first.intention.draft else {
      return
    }
    acts.pending[0].isSent = true
    emit(.submit(ticket: first.ticket, draft, basis: first.basis))
  }

  private mutating func followHistory(_ intention: Intention) {
    switch intention.purpose {
    case .perform where acts.history.undone.contains { $0.id == intention.act.id }: acts.history.redo(intention.act)
    case .perform: acts.history.perform(intention.act)
    case .undo: acts.history.undo(intention.act)
    case .redo: acts.history.redo(intention.act)
    }
  }

  /// What an intention would change is not there: another's doing, where an entry says so.
  private mutating func refuseHere(_ intention: Intention, _ change: RowChange) {
    guard let (entry, meeting) = acts.lastOfOthers(touching: change) else {
      return say(.refused, "Not changed: what it would change is no longer there; look again.")
    }
    show(Refusal(intention: intention, reason: .clash(unit: meeting.subject, day: meeting.day, with: entry)))
  }

  private func publishedDay(touchedBy intention: Intention) -> DistrictDay? {
    guard !document.publishedDays.isEmpty else { return nil }
    return document.publishedDay(touchedBy: intention.changes)
  }
}

extension Model {
  /// How many acts the journal has not acknowledged.
  public var pendingCount: Int { acts.pending.count }

  /// What the status says of the journal, with the reason where there is one: `saved` only where a power cut would keep
  /// all that is shown.
  var storageWords: (short: String, why: String?, role: Role) {
    if isReadOnly { return ("read-only", nil, .warning) }
    switch acts.storage {
    case .readOnly(let why): return ("read-only", why, .warning)
    case .failing(let why): return (pendingCount == 0 ? "cannot save" : "\(pendingCount) not written", why, .error)
    case .writable:
      return pendingCount == 0 ? ("saved", nil, .success) : ("\(pendingCount) pending", nil, .pending)
    }
  }

  /// Why there is nothing to write again; `nil` where there is.
  var whyNoRetry: String? {
    if let reason = whyReadOnly { return reason }
    if pendingCount == 0 { return "everything is saved; edits are saved as they are made" }
    if case .failing = acts.storage { return nil }
    return "\(pendingCount) pending, being written"
  }

  /// Leaves; waits for what is pending, and asks where that does not come or the key is pressed again.
  mutating func quit() {
    guard pendingCount > 0 else { return emit(.quit) }
    var isStuck = acts.wasLeaving || whyReadOnly != nil
    if case .failing = acts.storage { isStuck = true }
    if isStuck {
      prompt = .confirm(.quit(pending: acts.pending.map(\.intention.words)))
    } else {
      acts.isLeaving = true
      say(.note, "Leaving once \(pendingCount) pending \(pendingCount == 1 ? "edit is" : "edits are") saved…")
    }
  }

  /// Marks the cells that pending acts touch.
  mutating func pendingChanged() {
    var cells: Set<CellPlace> = []
    for submission in acts.pending where submission.isApplied {
      for case .posting(let change) in submission.intention.changes {
        guard let beat = document.beat(change.posting.beat) else { continue }
        for tile in document.tiles(ofShift: change.posting.shift) {
          cells.insert(CellPlace(beat: beat, day: change.posting.day, tile: tile))
        }
      }
    }
    pendingCells = cells
  }
}
