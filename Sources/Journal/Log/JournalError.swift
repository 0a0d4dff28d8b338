import RosterModel

/// Why a journal could not be read or written.
public enum JournalError: Error, Hashable, Sendable {
  /// It was written by a newer version of the program, in a format that this one does not know.
  case newer(path: String, format: Int)
  /// It is not a journal, or what it holds is not what a journal holds.
  case damaged(path: String, reason: String)
  /// It is damaged, and what would make that good is gone or damaged too, so that edits may be missing.
  case lost(path: String, reason: String)
  /// Others are writing and were not done in time.
  case busy(path: String)
  /// The system has no room for a lock, without which two programs' edits cannot be kept apart.
  case noLocks(path: String)
  /// The disk is full, or as much of it as this user may fill.
  case full(path: String)
  /// It is no longer where it was: the folder was moved or removed.
  case gone(path: String)
  /// It may not be read; the reason is the system's.
  case notReadable(path: String, reason: String)
  /// Something else than a folder is in the place of its folder. A link is not followed: it might lead anywhere.
  case notAFolder(path: String)
  /// It may not be written.
  case notWritable(path: String, reason: String)
  /// The system refused; the reason is its own.
  case failed(path: String, reason: String)
}

extension JournalError {
  /// What is wrong, without where and what to do.
  var reason: String {
    switch self {
    case .damaged(_, let reason), .lost(_, let reason), .notReadable(_, let reason), .notWritable(_, let reason),
      .failed(_, let reason):
      reason
    case .newer, .busy, .noLocks, .full, .gone, .notAFolder: description
    }
  }

  /// The same of another file, of which this one was a copy.
  func of(_ path: String) -> JournalError {
    switch self {
    case .newer(_, let format): .newer(path: path, format: format)
    case .damaged(_, let reason): .damaged(path: path, reason: reason)
    case .lost, .busy, .noLocks, .full, .gone, .notReadable, .notAFolder, .notWritable, .failed: self
    }
  }

  /// What is in the way: the system, or what stands in the journal's place.
  public var obstacle: Obstacle {
    switch self {
    case .newer, .damaged, .lost, .notAFolder: .unreadable
    case .busy, .noLocks, .full, .gone, .notReadable, .notWritable, .failed: .system
    }
  }
}

extension JournalError: CustomStringConvertible {
  /// What is wrong, and what to do.
  public var description: String {
    switch self {
    case .newer(let path, let format):
      "\(path) is of a newer version of this program (format \(format)); edit the roster with that version"
    case .damaged(let path, let reason):
      "\(path) is damaged: \(reason); the tables are not touched by that, and `patrol journal check` says what it holds"
    case .lost(let path, let reason):
      "\(path) is damaged: \(reason). Nothing is edited until `patrol journal repair` has gone on with what is left; it keeps "
        + "what is damaged"
    case .busy(let path): "\(path) is in use and was not free in time; try again"
    case .noLocks(let path):
      "\(path) cannot be locked: the system has no room for more locks; close programs that hold many, or mount the "
        + "file system with locks"
    case .full(let path): "the disk of \(path), or your quota on it, is full; make room and try again"
    case .gone(let path):
      "\(path) is no longer where it was: the folder was moved, replaced or removed; open the roster again"
    case .notReadable(let path, let reason): "\(path) cannot be read: \(reason); check its owner and permissions"
    case .notAFolder(let path):
      "\(path) is not a folder: what stands there is not followed, and no journal can be kept in its place; move it away"
    case .notWritable(let path, let reason):
      "\(path) cannot be written: \(reason); check its owner and permissions"
    case .failed(let path, let reason): "\(path) cannot be used: \(reason); check the disk and the permissions"
    }
  }
}
