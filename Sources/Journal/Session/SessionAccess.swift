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
