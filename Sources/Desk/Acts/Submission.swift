import RosterModel

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
