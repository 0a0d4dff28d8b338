import RosterModel

extension EntryKind {
  /// The kind as the journal's file and the audit trail write it.
  public var word: String {
    switch self {
    case .edit: "edit"
    case .undo: "undo"
    case .redo: "redo"
    case .plan: "plan"
    case .imported: "import"
    case .publication: "publication"
    case .repair: "repair"
    }
  }

  /// The entry that it undoes or does again.
  public var position: JournalPosition? {
    switch self {
    case .undo(let position), .redo(let position): position
    case .edit, .plan, .imported, .publication, .repair: nil
    }
  }

  /// The kind of a word and position; `nil` for a word that is none, one that lacks its position, or has one for nothing.
  init?(word: String, position: Int64?) {
    switch (word, position) {
    case ("edit", nil): self = .edit
    case ("plan", nil): self = .plan
    case ("import", nil): self = .imported
    case ("publication", nil): self = .publication
    case ("repair", nil): self = .repair
    case ("undo", let position?): self = .undo(JournalPosition(position))
    case ("redo", let position?): self = .redo(JournalPosition(position))
    default: return nil
    }
  }
}
