import RosterModel

/// Something that was done at the desk and can be undone: what one entry of the journal holds, or will hold.
struct Act: Sendable {
  /// The number by which the desk knows it, whether or not it is recorded.
  let id: Int
  /// What sort of act it is; never an undo or a redo, which are done to an act.
  var kind: EntryKind
  /// What was done, as the dispatcher knows it.
  let name: String
  let changes: [RowChange]
  /// The place of the entry that did it last, a redo perhaps; `nil` until it is recorded.
  var position: JournalPosition?
}

/// What a dispatcher wants to happen to an act, with the words that it may need.
struct Intention: Sendable {
  enum Purpose: Hashable, Sendable {
    case perform, undo, redo
  }

  var purpose = Purpose.perform
  var act: Act
  /// Why, in the dispatcher's words; wanted for published days and for broken rules.
  var reason = ""
  /// Whether it is to be done although it breaks a rule.
  var isForced = false
  /// The recorded changes that tables edited by another program lack, and that this does again.
  var conflicts: [ReplayConflict] = []

  var changes: [RowChange] { purpose == .undo ? act.changes.inverse : act.changes }

  /// The act with what happens to it, as people say it.
  var words: String {
    switch purpose {
    case .perform: act.name
    case .undo: "Undo: \(act.name)"
    case .redo: "Redo: \(act.name)"
    }
  }

  /// What the journal is asked to record; `nil` for the undoing of an act that it does not hold yet.
  var draft: EntryDraft? {
    guard let kind else { return nil }
    return EntryDraft(kind: kind, name: act.name, reason: reason, isForced: isForced, changes: changes)
  }

  private var kind: EntryKind? {
    switch purpose {
    case .perform: act.kind
    case .undo: act.position.map { .undo($0) }
    case .redo: act.position.map { .redo($0) }
    }
  }
}

/// What was done at the desk and the journal has not acknowledged.
struct Submission: Sendable {
  /// The number by which its answer is told from others.
  let ticket: Int
  var intention: Intention
  /// How far along the journal the desk was when it was done.
  let basis: JournalPosition
  /// Whether the journal was asked.
  var isSent = false
  /// Whether the document shows it; false where another's entry has left nothing for it to change.
  var isApplied = true
}
