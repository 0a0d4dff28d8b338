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
