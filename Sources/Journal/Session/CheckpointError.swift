import RosterFolder

/// Why the tables were not brought up to date; every edit is in the journal all the same.
public enum CheckpointError: Error, Hashable, Sendable {
  /// The tables could not be written.
  case tables(SaveError)
  /// The journal could not be written.
  case journal(JournalError)
}

extension CheckpointError: CustomStringConvertible {
  /// What is wrong, and what to do.
  public var description: String {
    switch self {
    case .tables(let error):
      "the tables are not up to date: \(error). No edit is lost: they are in the journal, and every verb reads it"
    case .journal(let error):
      "the tables are not up to date: \(error). No edit is lost: they are in the journal, and every verb reads it"
    }
  }
}
