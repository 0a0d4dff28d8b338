import RosterModel

/// What was done and can be undone, and what was undone and can be done again; recorded or not.
struct History: Sendable {
  private(set) var done: [Act] = []
  private(set) var undone: [Act] = []

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

  /// Follows an entry that was not made at this desk.
  ///
  /// - Parameters:
  ///   - entry: the entry.
  ///   - id: the number for a new act.
  ///   - isOwn: whether the dispatcher made it, at another time: only own acts are undone by a key.
  mutating func follow(_ entry: JournalEntry, id: Int, isOwn: Bool) {
    switch entry.draft.kind {
    case .undo(let position):
      guard let act = done.last(where: { $0.position == position }) else { return }
      if isOwn { undo(act) } else { drop(act) }
    case .redo(let position):
      if let act = undone.last(where: { $0.position == position }) { redo(act) }
    case .edit, .plan, .imported, .publication:
      if isOwn { perform(Act(entry, id: id)) }
    }
  }
}

extension Act {
  /// The act that an entry holds.
  init(_ entry: JournalEntry, id: Int) {
    self.init(
      id: id, kind: entry.draft.kind, name: entry.draft.name, changes: entry.draft.changes, position: entry.position)
  }
}
