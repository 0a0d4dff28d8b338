import Glibc
import RosterFolder

extension JournalFolder {
  /// How the names begin of what a program that was stopped may leave half made.
  static let halfMade = ["journal.unfinished.", "journal.rebuilt-", "journal.copying-"]

  /// The names in the folder; none where it may not be listed.
  var names: [String] { FolderListing.names(in: path) ?? [] }

  /// The size of the journal's file, in bytes.
  var journalSize: Int {
    var status = stat()
    return lstat(journal, &status) == 0 ? Int(status.st_size) : 0
  }

  /// Copies the journal as it stands, with what it has in its write-ahead file, under a name that says that it is damaged.
  ///
  /// Nobody may have it open, this process neither: closing one of its files lets go of all locks that a process has on it.
  ///
  /// - Returns: the name; the copy is on the disk by then.
  func copyAside() throws(JournalError) -> String {
    let name = try freeName(ends: ["", "-wal"], Self.damagedName)
    let copying = path + "/journal.copying-\(getpid()).sqlite"
    // The file itself last: with it the copy is whole.
    for end in ["-wal", ""] where try Self.isThere(journal + end) {
      unlink(copying)
      try Self.copy(journal + end, to: copying, like: journal + end)
      guard rename(copying, path + "/" + name + end) == 0 else { throw Self.failure(copying) }
    }
    try Self.sync(path)
    return Self.name + "/" + name
  }

  /// Puts a journal in the place of one that is damaged, which is kept aside: whoever looks finds the one or the other.
  ///
  /// - Parameters:
  ///   - fresh: a file in the folder that is whole and on the disk.
  ///   - damaged: the file that it takes the place of.
  /// - Returns: the name under which that is kept.
  func replaceJournal(with fresh: String, _ damaged: FileIdentity) throws(JournalError) -> String {
    // Whoever puts a damaged journal aside and makes a new one takes this turn too.
    let turn: FolderLock
    do { turn = try FolderLock(roster) } catch { throw .failed(path: roster, reason: "\(error)") }
    guard !isOpenElsewhere(), try FileIdentity(of: journal) == damaged else { throw .busy(path: journal) }
    let name = try copyAside()
    // With the log of the old one beside it, the new one would be taken for damaged. What was only there is in the copy.
    for end in ["-wal", "-shm"] where unlink(journal + end) != 0 && errno != ENOENT {
      throw Self.failure(journal + end)
    }
    guard rename(fresh, journal) == 0 else { throw Self.failure(journal) }
    try Self.sync(path)
    _ = consume turn
    return name
  }

  /// Copies a file; the copy's content is on the disk when this returns.
  ///
  /// - Parameters:
  ///   - other: the file or folder whose group the copy gets, and whose rights to read and write; `nil` for none.
  ///   - mode: the rights that it gets otherwise.
  static func copy(
    _ path: String, to copy: String, like other: String? = nil, mode: mode_t = 0o600
  ) throws(JournalError) {
    let source = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard source >= 0 else { throw failure(path) }
    defer { Glibc.close(source) }
    var like = stat()
    if let other, stat(other, &like) != 0 { throw failure(other) }
    let target = open(copy, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard target >= 0 else { throw failure(copy) }
    defer { Glibc.close(target) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = read(source, &bytes, bytes.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure(path) }
      if count == 0 { break }
      try write(bytes[..<count], to: target, copy)
    }
    if other != nil { _ = fchown(target, uid_t.max, like.st_gid) }
    guard fchmod(target, other == nil ? mode : like.st_mode & 0o666) == 0, fsync(target) == 0 else {
      throw failure(copy)
    }
  }

  private static func write(_ bytes: ArraySlice<UInt8>, to file: Int32, _ path: String) throws(JournalError) {
    var rest = bytes
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure(path) }
      rest = rest.dropFirst(count)
    }
  }
}
