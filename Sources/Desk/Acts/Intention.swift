import RosterModel

/// What a dispatcher wants to happen to an act, with the words that it may need.
struct Intention: Sendable {
  /// What is to happen.
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

  /// What it changes.
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
