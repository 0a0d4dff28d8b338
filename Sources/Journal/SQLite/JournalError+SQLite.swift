import GRDB

extension JournalError {
  /// What an error of the database means for the journal of this path.
  init(_ error: any Error, path: String) {
    if let known = error as? JournalError {
      self = known
      return
    }
    guard let error = error as? DatabaseError else {
      self = .failed(path: path, reason: "\(error)")
      return
    }
    let reason = error.message ?? "\(error.resultCode)"
    switch error.resultCode {
    case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_SCHEMA, .SQLITE_CONSTRAINT, .SQLITE_ERROR:
      self = .damaged(path: path, reason: reason)
    case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PROTOCOL: self = .busy(path: path)
    case .SQLITE_FULL: self = .full(path: path)
    case .SQLITE_IOERR where DiskRoom.isUsedUp(at: path), .SQLITE_CANTOPEN where DiskRoom.isUsedUp(at: path):
      self = .full(path: path)
    case .SQLITE_READONLY:
      self =
        error.extendedResultCode == .SQLITE_READONLY_DBMOVED
        ? .gone(path: path) : .notWritable(path: path, reason: reason)
    case .SQLITE_PERM, .SQLITE_AUTH: self = .notWritable(path: path, reason: reason)
    default: self = .failed(path: path, reason: reason)
    }
  }
}
