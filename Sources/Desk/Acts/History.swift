import RosterModel

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
    case .edit, .plan, .imported, .publication, .repair: break
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
    case .edit, .plan, .imported, .publication, .repair: self
    }
  }
}
