import RosterFolder

/// Why the tables were not brought up to date; every edit is in the journal all the same, unless the case says otherwise.
public enum CheckpointError: Error, Hashable, Sendable {
  /// The tables could not be written.
  case tables(SaveError)
  /// The journal could not be written.
  case journal(JournalError)
  /// The journal was taken away and none can be used in its place, so the tables were written without one.
  case withoutJournal(reason: String)
  /// Neither a journal nor the tables could be written after the journal was taken away: so many acts that were recorded
  /// in it are nowhere but in this program.
  case unsaved(acts: Int, reason: String)
}

extension CheckpointError: CustomStringConvertible {
  /// What is wrong, and what to do.
  public var description: String {
    switch self {
    case .tables(let error):
      "the tables are not up to date: \(error). No edit is lost: they are in the journal, and every verb reads it"
    case .journal(let error):
      "the tables are not up to date: \(error). No edit is lost: they are in the journal, and every verb reads it"
    case .withoutJournal(let reason):
      "the tables are written and hold every edit, but the journal is gone and cannot be made again: \(reason). Mend that "
        + "before the roster is edited again; undo and the log begin anew then"
    case .unsaved(let acts, let reason):
      "\(acts) act\(acts == 1 ? "" : "s") that \(acts == 1 ? "was" : "were") saved in a journal which somebody has removed "
        + "since could not be saved again: \(reason). Note them from the history, and do them again"
    }
  }
}
