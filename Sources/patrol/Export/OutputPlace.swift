import Files
import Glibc

/// Where nothing is exported to, whatever is asked for.
enum OutputPlace {
  /// The folder of a roster that holds its journal.
  private static let journal = ".patrol"

  /// Refuses the root of the file system, somebody's home, and whatever is inside the folder of a journal.
  ///
  /// - Parameter path: a folder, there or not.
  /// - Throws: `SheetFolderError`.
  static func check(_ path: String) throws(SheetFolderError) {
    let real = FilePath.realAsFarAsThere(path)
    let home = getenv("HOME").map { FilePath.realAsFarAsThere(String(cString: $0)) }
    guard real != "/", real != home else { throw .isReserved(path: path) }
    guard !isOfJournal(real) else { throw .isOfJournal(path: path) }
  }

  /// Whether a path is the folder of a roster's journal, or inside it.
  ///
  /// - Parameter real: a path without links or dots.
  static func isOfJournal(_ real: String) -> Bool {
    var folder = ""
    for name in real.split(separator: "/") {
      if name == journal, access(folder + "/roster.toml", F_OK) == 0 { return true }
      folder += "/" + name
    }
    return false
  }
}
