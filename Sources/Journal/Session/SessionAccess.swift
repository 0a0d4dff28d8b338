import RosterFolder
import RosterModel

/// Whether a roster may be edited, and why not.
public enum SessionAccess: Hashable, Sendable {
  /// It may.
  case editing
  /// It was opened for looking only.
  case lookingOnly
  /// The folder may not be written by this user.
  case notWritable(path: String, reason: String)
  /// It is on a file system that several machines may write to.
  case onNetwork(path: String, fileSystem: String)
  /// Its journal cannot be used for writing.
  case journal(JournalError)
}

extension SessionAccess {
  /// What is in the way of editing; `nil` where nothing is.
  public var obstacle: Obstacle? {
    switch self {
    case .editing: nil
    case .lookingOnly: .request
    case .notWritable, .onNetwork: .system
    case .journal(let error): error.obstacle
    }
  }
}

extension SessionAccess: CustomStringConvertible {
  /// Why the roster cannot be edited, and what to do.
  public var description: String {
    switch self {
    case .editing: "the roster can be edited"
    case .lookingOnly: "opened for looking only"
    case .notWritable(let path, let reason):
      "\(path) cannot be written: \(reason); ask its owner for the right to write to it"
    case .onNetwork(let path, let fileSystem):
      "\(path) is on a network file system (\(fileSystem)), where two dispatchers' edits cannot be kept apart; "
        + "edit it on the machine whose disk it is on"
    case .journal(let error): "\(error)"
    }
  }
}

/// Why a roster could not be opened at all.
public enum SessionError: Error, Sendable {
  /// There is no roster folder.
  case folder(FolderError)
  /// The folder makes no roster; the findings say why.
  case noRoster(FolderSnapshot)
  /// Tables and journal kept changing, or the journal failed while it was read.
  case journal(JournalError)
}

extension SessionError: CustomStringConvertible {
  /// What is wrong, and what to do.
  public var description: String {
    switch self {
    case .folder(let error): "\(error)"
    case .noRoster(let snapshot):
      "\(snapshot.path): roster.toml cannot be used; `patrol validate` says what is wrong with it"
    case .journal(let error): "\(error)"
    }
  }
}

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
