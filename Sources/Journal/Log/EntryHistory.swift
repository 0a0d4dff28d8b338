import RosterModel

/// What a person can undo and redo; it outlives desks, because it is told from the journal.
public struct EntryHistory: Hashable, Sendable {
  /// What can be undone, the next last.
  public var undoable: [JournalEntry] = []
  /// What can be done again, the next last.
  public var redoable: [JournalEntry] = []

  /// Nothing to undo.
  public init() {}

  /// Follows one more entry of the person.
  ///
  /// An undo names the entry that it takes back, a redo the one that it does again, and takes that one's place.
  public mutating func follow(_ entry: JournalEntry) {
    switch entry.draft.kind {
    case .undo(let position):
      guard let index = undoable.lastIndex(where: { $0.position == position }) else { return }
      redoable.append(undoable.remove(at: index))
    case .redo(let position):
      redoable.removeAll { $0.position == position }
      undoable.append(entry)
    case .edit, .plan, .imported, .publication:
      undoable.append(entry)
      redoable.removeAll()
    case .repair: break
    }
  }
}
