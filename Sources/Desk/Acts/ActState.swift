import RosterModel

/// What was done at the desk, what of it the journal has not acknowledged, and what the journal tells of others.
struct ActState: Sendable {
  /// Who works here.
  let author: Author
  /// What can be undone and done again.
  var history = History()
  /// What the journal has not acknowledged, in the order in which it was done; the journal is asked for the first.
  var pending: [Submission] = []
  /// What is known of the journal, the latest last.
  var recorded = RecordedActs()
  /// Recorded changes that tables edited by another program lack, and nobody has settled.
  var conflicts: [ReplayConflict]
  /// The acts that they are of.
  var conflictActs: [JournalEntry]
  /// How far along the journal the desk is.
  var seen: JournalPosition
  /// Whether acts can be recorded.
  var storage: StorageState
  /// Refusals that wait for the prompt before them to be answered.
  var refusals: [Refusal] = []
  /// Whether the desk is to be left once nothing is pending.
  var isLeaving = false
  /// Whether leaving was asked for by the key before.
  var wasLeaving = false
  /// The token of the wait after which what could not be written is tried again; below zero, as no other wait's is.
  var retryToken = 0

  private var lastNumber = 0

  /// What is known of the journal, the latest last.
  var entries: [JournalEntry] { recorded.entries }

  init(_ opening: Opening) {
    author = opening.author
    recorded = opening.acts
    conflicts = opening.conflicts
    conflictActs = opening.conflictActs
    seen = opening.end
    storage = opening.storage
    history = History(undoable: opening.undoable, redoable: opening.redoable) { nextNumber() }
  }

  /// A number that no act or ticket has had.
  mutating func nextNumber() -> Int {
    lastNumber += 1
    return lastNumber
  }

  /// The entry of another desk that was the last to touch what a change touches; `nil` where the dispatcher was the last.
  func lastOfOthers(touching change: RowChange) -> (entry: JournalEntry, meeting: ChangeReach.Meeting)? {
    let reach = ChangeReach([change])
    func meeting(_ changes: [RowChange]) -> ChangeReach.Meeting? { changes.lazy.compactMap(reach.meeting).first }
    if pending.contains(where: { meeting($0.intention.changes) != nil }) { return nil }
    for entry in entries.reversed() {
      guard let meeting = meeting(entry.draft.changes) else { continue }
      return entry.author.session == author.session ? nil : (entry, meeting)
    }
    return nil
  }
}

/// What was done and can be undone, and what was undone and can be done again; recorded or not.
struct History: Sendable {
  private(set) var done: [Act] = []
  private(set) var undone: [Act] = []

  init() {}

  /// The history of a person from the journal: what can be undone and what can be done again, each with the next last.
  init(undoable: [JournalEntry], redoable: [JournalEntry], id: () -> Int) {
    done = undoable.map { Act($0, id: id()) }
    undone = redoable.map { Act($0, id: id()) }
  }

  /// Takes in an act that has just been done; what was undone is forgotten.
  mutating func perform(_ act: Act) {
    undone = []
    done.append(act)
  }

  /// Moves an act to those undone; one that was not among those done, being another's, joins them.
  mutating func undo(_ act: Act) {
    done.removeAll { $0.id == act.id }
    undone.append(act)
  }

  /// Moves an act to those done.
  mutating func redo(_ act: Act) {
    undone.removeAll { $0.id == act.id }
    done.append(act)
  }

  /// Forgets an act.
  mutating func drop(_ act: Act) {
    done.removeAll { $0.id == act.id }
    undone.removeAll { $0.id == act.id }
  }

  /// Notes where the journal holds an act.
  mutating func record(_ id: Int, at position: JournalPosition) {
    for index in done.indices where done[index].id == id { done[index].position = position }
    for index in undone.indices where undone[index].id == id { undone[index].position = position }
  }

  /// The act that the journal holds at a position.
  func act(at position: JournalPosition) -> Act? {
    done.last { $0.position == position } ?? undone.last { $0.position == position }
  }

  /// Follows an entry of another desk: what it has undone or redone is not to be undone or redone here once more.
  mutating func follow(_ entry: JournalEntry) {
    switch entry.draft.kind {
    case .undo(let position): done.removeAll { $0.position == position }
    case .redo(let position): undone.removeAll { $0.position == position }
    case .edit, .correction, .plan, .imported, .publication, .repair: break
    }
  }
}

extension Act {
  /// The act that an entry holds; a redo's is the act done again.
  init(_ entry: JournalEntry, id: Int) {
    self.init(
      id: id, kind: entry.draft.kind.ofAct, name: entry.draft.name, changes: entry.draft.changes,
      position: entry.position)
  }
}

extension EntryKind {
  /// The kind of the act that an entry of this kind does.
  fileprivate var ofAct: EntryKind {
    switch self {
    case .undo, .redo: .edit
    case .edit, .correction, .plan, .imported, .publication, .repair: self
    }
  }
}
