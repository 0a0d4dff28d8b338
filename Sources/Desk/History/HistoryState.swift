import RosterModel

/// The list of what was done.
struct HistoryState: Sendable {
  /// The chosen entry and the part in view, the latest first.
  var list = ListState()
  var filter = HistoryFilter.all
  /// The numbers of the listed entries in `ActState.entries`, the latest first.
  var listed: [Int] = []
  /// How many entries were looked through for the list.
  var count = -1
  /// Which entries were undone; one that was done again is in force by the entry that did so.
  var undone: Set<JournalPosition> = []
}
