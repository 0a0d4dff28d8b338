import Files
import Glibc

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
