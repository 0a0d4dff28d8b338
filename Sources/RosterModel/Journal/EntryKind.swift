/// What sort of act an entry of the journal is.
public enum EntryKind: Hashable, Sendable {
  /// A dispatcher's edit, at the desk or by a command.
  case edit
  /// Takes back the entry at a position.
  case undo(JournalPosition)
  /// Does again the entry at a position, which was undone.
  case redo(JournalPosition)
  /// A plan, taken whole.
  case plan
  /// Sheets or a table read back.
  case imported
  /// Days published.
  case publication
  /// The journal itself mended: what of it was found damaged is let stand from then on. No change of the roster.
  case repair
}
