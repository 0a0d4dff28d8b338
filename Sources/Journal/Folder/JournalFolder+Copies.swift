import Files
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
    let turn = try turn()
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
  /// - Parameter other: the file or folder whose group the copy gets, and whose rights to read and write; `nil` for none.
  static func copy(_ path: String, to copy: String, like other: String? = nil) throws(JournalError) {
    do { try DurableFile.copy(path, to: copy, like: other) } catch { throw JournalError(error) }
  }
}

extension FileIdentity {
  /// The identity of a file that is there.
  init(of path: String) throws(JournalError) {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      throw .failed(path: path, reason: SystemError.current)
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .damaged(path: path, reason: "it is not a file") }
    self.init(status)
  }

  /// The identity of a folder that is there.
  init(ofFolder path: String) throws(JournalError) {
    var status = stat()
    guard stat(path, &status) == 0 else { throw JournalFolder.failure(path) }
    self.init(status)
  }
}

/// The files that a journal which is open for writing consists of: its own, the write-ahead log, and the log's index.
///
/// SQLite opens all three with the first transaction and neither removes nor replaces one while a program has the journal
/// open. So where one is missing or another, somebody has tidied up: what is written to the log then goes to a file
/// without a name, and without the index two programs no longer see each other's locks.
struct JournalFiles: Hashable {
  private let identities: [FileIdentity]

  /// The files of a journal in which a transaction has been made.
  ///
  /// - Throws: `JournalError` where one is not there.
  init(of path: String) throws(JournalError) {
    var identities: [FileIdentity] = []
    for end in Self.ends { identities.append(try FileIdentity(of: path + end)) }
    self.identities = identities
  }

  /// Whether these are the files that stand at a path now.
  ///
  /// - Throws: `JournalError` where the system does not say.
  func stand(at path: String) throws(JournalError) -> Bool {
    for (end, identity) in zip(Self.ends, identities) {
      var status = stat()
      if lstat(path + end, &status) == 0 {
        guard FileIdentity(status) == identity else { return false }
      } else {
        guard errno != ENOENT, errno != ENOTDIR else { return false }
        throw JournalFolder.failure(path + end)
      }
    }
    return true
  }

  /// What the names of the files end in.
  static let ends = ["", "-wal", "-shm"]
}
