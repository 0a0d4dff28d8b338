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
