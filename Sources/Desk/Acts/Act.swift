import RosterModel

/// Something that was done at the desk and can be undone: what one entry of the journal holds, or will hold.
struct Act: Sendable {
  /// The number by which the desk knows it, whether or not it is recorded.
  let id: Int
  /// What sort of act it is; never an undo or a redo, which are done to an act.
  let kind: EntryKind
  /// What was done, as the dispatcher knows it.
  let name: String
  /// What it changes.
  let changes: [RowChange]
  /// The place of the entry that did it last, a redo perhaps; `nil` until it is recorded.
  var position: JournalPosition?
}
