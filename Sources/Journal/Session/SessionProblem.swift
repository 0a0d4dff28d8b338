import RosterFolder
import RosterModel

/// What a failure to read the roster means for those who wanted to write it.
public enum SessionProblem {
  /// What is wrong, and what to do.
  public static func words(_ error: SessionError) -> String {
    switch error {
    case .folder(let error): "\(error)"
    case .noRoster(let snapshot): "roster.toml of \(snapshot.path) can no longer be read; mend it first"
    case .journal(let error): "\(error)"
    }
  }

  /// The same as the reason why an act was not written.
  static func refusal(_ error: SessionError) -> EditRefusal { .notWritten(words(error), obstacle(error)) }

  private static func obstacle(_ error: SessionError) -> Obstacle {
    switch error {
    // The folder was there when the roster was opened.
    case .folder: .system
    case .noRoster: .unreadable
    case .journal(let error): error.obstacle
    }
  }

  static func checkpoint(_ error: SessionError, _ folder: JournalFolder) -> CheckpointError {
    switch error {
    case .folder: .journal(.gone(path: folder.roster))
    case .noRoster(let snapshot): .tables(.noRoster(path: snapshot.path))
    case .journal(let error): .journal(error)
    }
  }
}
