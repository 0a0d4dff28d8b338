import CJournal
import Files
import GRDB
import Glibc
import RosterModel

/// A journal in a SQLite file, in write-ahead mode: whoever reads is never kept waiting, who writes takes turns.
///
/// Every transaction is on the disk when it returns (`synchronous = FULL`).
public final class SQLiteJournal: RosterJournal {
  /// The format of the schema that this version writes; a file says its own in `user_version`.
  public static let format = EntryFormat.shifts.rawValue
  /// What tells the file from those of other programs, in `application_id`: `PTRL`.
  static let application = 0x5054_524C

  /// The file.
  public let path: String
  private(set) var queue: DatabaseQueue
  /// Whether the file is read as one that nobody writes to, because this user may not take part in its locks.
  private(set) var isFrozen = false
  /// The files as they were opened for writing; `nil` for who only reads.
  private var files: JournalFiles?

  /// Opens a journal for writing.
  ///
  /// - Parameters:
  ///   - path: a file that is there.
  ///   - isMade: whether an empty file becomes a journal; where not, it is one that has lost what it held.
  public init(at path: String, making isMade: Bool = false) throws(JournalError) {
    self.path = path
    _ = try FileIdentity(of: path)
    // Opened for writing it would become a database, and no longer be what was to be looked at.
    if !isMade, Self.isEmpty(path) { throw .damaged(path: path, reason: "it is empty") }
    // The library's own way to turn the write-ahead log on asks for less than every commit to be on the disk.
    queue = try Self.open(path, Self.configuration(path, ["PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL"]))
    try attempt { db in
      guard try Self.header(db, "synchronous") == 2 else {
        throw JournalError.failed(path: path, reason: "the database cannot be made durable")
      }
      // A file of an older format may have its tables made anew.
      try db.execute(sql: "PRAGMA foreign_keys = OFF")
      try db.inTransaction(.immediate) {
        try self.prepareSchema(db, making: isMade)
        return .commit
      }
      self.files = try JournalFiles(of: path)
      try db.execute(sql: "PRAGMA foreign_keys = ON")
      try self.checkWhole(db)
      // A new journal is all in its file, and not in the log beside it.
      if isMade { try db.checkpoint(.truncate) }
    }
  }

  /// Opens a journal for reading only, by whoever may read its file.
  ///
  /// - Parameter path: a file that is there.
  public init(reading path: String) throws(JournalError) {
    self.path = path
    _ = try FileIdentity(of: path)
    (queue, isFrozen) = try Self.openReading(path)
    try attempt { db in
      let format = try Self.header(db, "user_version")
      guard format > 0 else { throw JournalError.damaged(path: path, reason: "it holds no journal") }
      try self.checkSchema(db, try EntryFormat(of: db, path: path))
    }
  }

  /// Lets go of the file.
  public func close() throws(JournalError) {
    do {
      try queue.close()
    } catch {
      throw JournalError(error, path: path)
    }
  }

  /// Lets go of files that are no longer in their places.
  ///
  /// Closed as usual, what is in a log without a name would be written over what another program has made of the journal
  /// meanwhile.
  public func abandon() {
    do {
      let isTold = queue.writeWithoutTransaction { db in
        journal_leave_log(db.sqliteConnection.map { UnsafeMutableRawPointer($0) }) == 0
      }
      if isTold { return try queue.close() }
    } catch {
      // What cannot be closed so is not closed at all.
    }
    _ = Unmanaged.passRetained(queue)
  }

  /// Runs a piece of work on the connection.
  func attempt<Value>(_ work: (Database) throws -> Value) throws(JournalError) -> Value {
    do {
      return try queue.writeWithoutTransaction { db in
        do { return try work(db) } catch { throw JournalError(error, path: path, in: db) }
      }
    } catch {
      throw JournalError(error, path: path)
    }
  }

  /// Runs reads that see one moment.
  func reading<Value>(_ work: (Database) throws -> Value) throws(JournalError) -> Value {
    let value = try readingOnce(work)
    guard isFrozen, Self.hasLog(path) else { return value }
    // Somebody writes by now, so what was read may be of two moments.
    (queue, isFrozen) = try Self.openReading(path)
    return try readingOnce(work)
  }

  private func readingOnce<Value>(_ work: (Database) throws -> Value) throws(JournalError) -> Value {
    do {
      return try queue.read { db in
        do { return try work(db) } catch { throw JournalError(error, path: path, in: db) }
      }
    } catch {
      throw JournalError(error, path: path)
    }
  }

  /// Runs a piece of work while nobody else writes; it is durable when this returns, or has not happened.
  func writing<Value>(_ work: (Database) throws -> Value) throws(JournalError) -> Value {
    try attempt { db in
      var value: Value?
      try db.inTransaction(.immediate) {
        value = try work(db)
        try self.checkInPlace()
        return .commit
      }
      // Once more, for what happened between that look and the commit. Where the system does not say now, it is not undone.
      guard self.isInPlace else { throw JournalError.gone(path: self.path) }
      guard let value else { throw JournalError.failed(path: self.path, reason: "nothing was done") }
      return value
    }
  }

  /// Whether the files are those that were opened; so they are taken to be where the system does not say.
  ///
  /// Costs a look at three names. Always true for who only reads, and writes nothing that could be lost.
  public var isInPlace: Bool {
    do throws(JournalError) { return try files?.stand(at: path) ?? true } catch { return true }
  }

  /// Refuses to go on where the files are no longer those that were opened, because what is written to one that was removed
  /// is lost; and where the system does not say.
  func checkInPlace() throws(JournalError) {
    guard try files?.stand(at: path) ?? true else { throw .gone(path: path) }
  }

  /// - Parameters:
  ///   - path: the file.
  ///   - statements: what each new connection is told.
  private static func configuration(_ path: String, _ statements: [String]) -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .callback { tries in Patience.wait(tries) }
    configuration.prepareDatabase { db in
      do {
        for statement in statements + ["PRAGMA trusted_schema = OFF", "PRAGMA cell_size_check = ON"] {
          try db.execute(sql: statement)
        }
      } catch {
        throw JournalError(error, path: path, in: db)
      }
    }
    return configuration
  }

  private static func open(_ path: String, _ configuration: Configuration) throws(JournalError) -> DatabaseQueue {
    do {
      return try DatabaseQueue(path: path, configuration: configuration)
    } catch {
      throw JournalError(error, path: path)
    }
  }

  /// Who may not write beside the file reads it as it stands, where nobody has written what is not in it yet.
  private static func openReading(_ path: String) throws(JournalError) -> (DatabaseQueue, isFrozen: Bool) {
    var configuration = configuration(path, [])
    configuration.readonly = true
    do throws(JournalError) {
      let queue = try open(path, configuration)
      do {
        _ = try queue.read { db in
          do {
            return try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema")
          } catch {
            throw JournalError(error, path: path, in: db)
          }
        }
      } catch {
        throw JournalError(error, path: path)
      }
      return (queue, false)
    } catch {
      switch error {
      case .failed, .notWritable, .full:
        guard !hasLog(path) else { throw error }
        return (try open("file:\(FilePath.percentEncoded(path))?immutable=1", configuration), true)
      default: throw error
      }
    }
  }

  private static func isEmpty(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_size == 0
  }

  /// Whether something was written that is not in the file itself yet.
  private static func hasLog(_ path: String) -> Bool {
    var status = stat()
    return stat(path + "-wal", &status) == 0 && status.st_size > 0
  }

  static func header(_ db: Database, _ name: String) throws -> Int {
    try Int.fetchOne(db, sql: "PRAGMA \(name)") ?? 0
  }
}

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

/// How long a writer waits for its turn.
enum Patience {
  /// The longest wait for a turn, in tries.
  private static let most = 1_200

  /// Waits a little longer each time, and never exactly as long as others do; false when it has been enough, after about
  /// ten seconds.
  static func wait(_ tries: Int) -> Bool {
    guard tries < most else { return false }
    let longest: UInt32 = tries < 10 ? 1_000 : tries < 50 ? 5_000 : 12_000
    Pause.microseconds(UInt32.random(in: 200...longest))
    return true
  }
}
