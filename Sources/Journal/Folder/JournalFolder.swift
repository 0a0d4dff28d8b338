import Files
import Glibc
import RosterFolder

/// The folder `.patrol` of a roster, in which its journal and the marks of open desks are.
public struct JournalFolder: Hashable, Sendable {
  /// Its name in the roster folder.
  public static let name = ".patrol"

  /// The roster folder's real path.
  public let roster: String

  /// The hidden folder of a roster; nothing is read or made.
  ///
  /// - Parameter roster: the roster folder's real path, as `FolderSnapshot.path` has it.
  public init(of roster: String) { self.roster = roster }

  /// Its path.
  public var path: String { roster + "/" + Self.name }

  /// The name of the journal's file in it.
  static let file = "journal.sqlite"

  /// The path of the journal's file.
  public var journal: String { path + "/" + Self.file }

  /// The path of the folder with a file for each open desk.
  public var desks: String { path + "/desks" }

  /// Whether there is a journal, or something in its place.
  ///
  /// A link in the folder's place is not followed: it might lead anywhere. Where the system does not say, there is one: whoever
  /// opens it is told why it cannot be, and whoever took it for none would answer from the tables alone.
  public var hasJournal: Bool {
    var status = stat()
    guard lstat(path, &status) == 0 else { return !Self.isAbsence }
    guard status.st_mode & S_IFMT == S_IFDIR else { return false }
    return lstat(journal, &status) == 0 || !Self.isAbsence
  }

  /// Why a journal that may be there cannot be reached; `nil` where nothing is in the way, be there one or none.
  ///
  /// A roster whose journal is out of reach is not one that has none.
  public var obstruction: JournalError? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return Self.obstruction(path) }
    guard status.st_mode & S_IFMT == S_IFDIR else { return .notAFolder(path: path) }
    guard lstat(journal, &status) == 0 else { return Self.obstruction(journal) }
    return access(journal, R_OK) == 0 || status.st_mode & S_IFMT != S_IFREG ? nil : Self.obstruction(journal)
  }

  /// What `errno` says of a path that was asked for.
  private static func obstruction(_ path: String) -> JournalError? {
    isAbsence ? nil : .notReadable(path: path, reason: SystemError.current)
  }

  /// Whether `errno` says of a path that was asked for that nothing is there; all else says nothing of that.
  private static var isAbsence: Bool { errno == ENOENT || errno == ENOTDIR }

  /// Whether anything stands at a path, be it a link that leads nowhere.
  ///
  /// - Throws: where the system does not say; it must not be taken for absent.
  static func isThere(_ path: String) throws(JournalError) -> Bool {
    var status = stat()
    if lstat(path, &status) == 0 { return true }
    guard isAbsence else { throw failure(path) }
    return false
  }

  /// The first of numbered names under which nothing is kept yet.
  ///
  /// - Parameters:
  ///   - name: the name of a number.
  ///   - ends: what is kept under each name ends in one of these.
  func freeName(ends: [String] = [""], _ name: (Int) -> String) throws(JournalError) -> String {
    func isFree(_ number: Int) throws(JournalError) -> Bool {
      for end in ends where try Self.isThere(path + "/" + name(number) + end) { return false }
      return true
    }
    var number = 1
    while try !isFree(number) { number += 1 }
    return name(number)
  }

  /// Makes the folder and an empty journal, where they are not there; durable when it returns.
  ///
  /// They get the group of the roster folder, and may be read and written by whom that may.
  func make() throws(JournalError) {
    let like = try Self.status(of: roster)
    try Self.makeFolder(path, like: like)
    try Self.makeFolder(desks, like: like)
    try Self.checkLocks(path)
    if !hasJournal { try makeJournal(like: like) }
    try Self.sync(path)
    try Self.sync(roster)
  }

  /// Reads the journal's files to their ends.
  ///
  /// SQLite tells a read that the disk has refused as damage, and what is damaged is put aside.
  ///
  /// - Throws: `JournalError.failed` where the disk gives less than all.
  func checkReadable() throws(JournalError) {
    for end in ["", "-wal"] {
      let descriptor = open(journal + end, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC)
      // What is no file at all is none of the disk's faults.
      if descriptor < 0, [ENOENT, ELOOP, ENXIO].contains(errno) { continue }
      guard descriptor >= 0 else { throw Self.failure(journal + end) }
      defer { Glibc.close(descriptor) }
      do {
        while try !OpenFile.read(from: descriptor, atMost: 1 << 16).isEmpty {}
      } catch {
        guard error.code == EISDIR else { throw Self.failure(journal + end, error.code) }
      }
    }
  }

  /// Puts a damaged journal aside under a name that says so, unless another program has it open: what that would still
  /// write to it would be lost.
  ///
  /// - Parameter reason: what is wrong with it.
  /// - Returns: the name.
  func setAside(_ reason: String) throws(JournalError) -> String {
    let lock = try turn()
    guard !isOpenElsewhere() else { throw .damaged(path: journal, reason: reason) }
    let name = try moveAside()
    _ = consume lock
    return Self.name + "/" + name
  }

  /// Moves what there is of a journal aside; the name that it has then.
  private func moveAside() throws(JournalError) -> String {
    let name = try freeName(ends: JournalFiles.ends, Self.damagedName)
    // What the file is read with goes along; the file itself last, so that a crash leaves it to be found again.
    for end in JournalFiles.ends.reversed() where try Self.isThere(journal + end) {
      guard rename(journal + end, path + "/" + name + end) == 0 else {
        throw .notWritable(path: path, reason: SystemError.current)
      }
    }
    try Self.sync(path)
    return name
  }

  /// The name under which a damaged journal is kept.
  static func damagedName(_ number: Int) -> String { "journal.damaged-\(number).sqlite" }

  /// Puts a tail file aside that is of other acts than the journal.
  ///
  /// - Returns: its name.
  func setTailAside() throws(JournalError) -> String {
    let name = try freeName { "tail.unmatched-\($0)" }
    guard rename(roster + "/" + TailFile.name, path + "/" + name) == 0 || errno == ENOENT else {
      throw Self.failure(roster + "/" + TailFile.name)
    }
    try Self.sync(roster)
    return Self.name + "/" + name
  }

  /// Whether another process holds a lock on the journal, as SQLite does as long as it has one open.
  ///
  /// This process must not have it open: closing a file frees the locks that it has on it.
  func isOpenElsewhere() -> Bool {
    let descriptor = open(journal, O_RDWR | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { Glibc.close(descriptor) }
    var lock = flock()
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    return fcntl(descriptor, F_GETLK, &lock) != 0 || lock.l_type != Int16(F_UNLCK)
  }

  /// Makes a journal under another name and gives it its own when it is whole: whoever reads finds none, or a whole one.
  private func makeJournal(like: stat) throws(JournalError) {
    let lock = try turn()
    guard !hasJournal else { return }
    let unfinished = path + "/journal.unfinished.sqlite"
    func clear() { for end in ["-shm", "-wal", "-journal", ""] { unlink(unfinished + end) } }
    clear()
    do throws(JournalError) {
      try makeFile(unfinished, like: like)
      try SQLiteJournal(at: unfinished, making: true).close()
      // With its log beside it, it would be left without what is only there.
      guard try !Self.isThere(unfinished + "-wal") else {
        throw .failed(path: unfinished, reason: "it could not be written whole")
      }
      // A log that an earlier journal has left would be taken for this one's and read into it.
      if try Self.isThere(journal + "-wal") { _ = try moveAside() }
      guard rename(unfinished, journal) == 0 else { throw Self.failure(journal) }
    } catch {
      clear()
      throw error
    }
    _ = consume lock
  }

  private func makeFile(_ path: String, like: stat) throws(JournalError) {
    do {
      try DurableFile.create(path, [], rights: FileRights(ofNewFilesIn: like))
    } catch {
      throw JournalError(error)
    }
  }

  /// Makes an empty file in the roster folder that whoever may use the folder's files may use; it is open for writing.
  func makeTailFile(_ path: String) throws(JournalError) -> Int32 {
    let descriptor: Int32
    do { descriptor = try DurableFile.make(path, isRead: true) } catch { throw JournalError(error) }
    do throws(JournalError) {
      try shareTailFile(descriptor)
      return descriptor
    } catch {
      Glibc.close(descriptor)
      throw error
    }
  }

  /// Gives a file that was just made the group and the rights of the roster folder.
  func shareTailFile(_ descriptor: Int32) throws(JournalError) {
    let like = try Self.status(of: roster)
    // Whoever did not make it may not change this, and need not.
    guard FileRights(ofNewFilesIn: like).give(to: descriptor) || errno == EPERM else { throw Self.failure(roster) }
  }

  /// Has the names in the roster folder be on the disk.
  func syncRoster() throws(JournalError) { try Self.sync(roster) }

  private static func makeFolder(_ path: String, like: stat) throws(JournalError) {
    if mkdir(path, 0o700) != 0 {
      guard errno == EEXIST else { throw failure(path) }
      var made = stat()
      guard lstat(path, &made) == 0 else { throw failure(path) }
      guard made.st_mode & S_IFMT == S_IFDIR else { throw .notAFolder(path: path) }
      // One that nobody else may enter is of a program that was stopped before the next two steps.
      guard made.st_mode & 0o7777 == 0o700, made.st_uid == geteuid() else { return }
    }
    let rights = FileRights(mode: like.st_mode & 0o7777, group: like.st_gid)
    guard rights.give(toFolder: path) else { throw failure(path) }
  }

  /// Whether the system gives locks: SQLite takes a refusal for another program's lock, and waits.
  private static func checkLocks(_ path: String) throws(JournalError) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    defer { Glibc.close(descriptor) }
    guard LockAnswer.of(descriptor, isShared: true) == .refused, errno == ENOLCK else { return }
    throw .noLocks(path: path)
  }

  static func sync(_ path: String) throws(JournalError) {
    do { try OpenFile.syncFolder(path) } catch { throw JournalError(error) }
  }

  private static func status(of path: String) throws(JournalError) -> stat {
    var status = stat()
    guard stat(path, &status) == 0 else { throw failure(path) }
    return status
  }

  /// What a refusal of room means, wherever it is met; `nil` for what is none.
  static func refusal(_ path: String, _ code: Int32) -> JournalError? {
    switch code {
    case ENOSPC, EDQUOT: .full(path: path)
    case EFBIG: .failed(path: path, reason: "it would be larger than files may be here (ulimit -f)")
    default: nil
    }
  }

  /// Takes the turn of the roster's folder.
  func turn() throws(JournalError) -> FolderLock {
    do { return try FolderLock.turn(roster) } catch { throw .failed(path: roster, reason: "\(error)") }
  }

  /// What `errno` means, or another number of the system.
  static func failure(_ path: String, _ code: Int32 = errno) -> JournalError {
    switch code {
    case ENOSPC, EDQUOT, EFBIG: refusal(path, code) ?? .full(path: path)
    case EACCES, EPERM, EROFS: .notWritable(path: path, reason: SystemError.text(code))
    case ENOENT, ENOTDIR: .gone(path: path)
    default: .failed(path: path, reason: SystemError.text(code))
    }
  }
}

extension JournalError {
  /// What the system refused.
  init(_ failure: FileFailure) { self = JournalFolder.failure(failure.path, failure.code) }
}
