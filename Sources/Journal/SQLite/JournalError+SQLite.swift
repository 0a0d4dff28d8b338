import CJournal
import GRDB
import Glibc

extension JournalError {
  /// What an error of the database means for the journal of this path.
  ///
  /// - Parameter db: the connection that it is of, which knows what the system said; `nil` where there is none.
  init(_ error: any Error, path: String, in db: Database? = nil) {
    if let known = error as? JournalError {
      self = known
      return
    }
    guard let error = error as? DatabaseError else {
      self = .failed(path: path, reason: "\(error)")
      return
    }
    if let code = Self.systemError(error, db), let refusal = JournalFolder.refusal(path, code) {
      self = refusal
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

  /// The system's number, where an error is for want of room: SQLite calls it an I/O error, but for a disk that is full.
  private static func systemError(_ error: DatabaseError, _ db: Database?) -> Int32? {
    guard let db, [.SQLITE_IOERR, .SQLITE_CANTOPEN].contains(error.resultCode) else { return nil }
    return journal_refusal_of_room(db.sqliteConnection.map { UnsafeMutableRawPointer($0) })
  }
}
