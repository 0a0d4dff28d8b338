import Files
import Glibc

/// A save of several files that a crash cut short after the point from which it counts as done.
///
/// Each file is first written beside its place; when all are on the disk, their names are written to a commit file, and
/// then they are moved to their places. A folder with a commit file is read as if all had been moved; without one, new
/// files that are still there are of a save that never was.
enum PendingSave {
  /// The name of the commit file.
  static let commitFile = ".patrol-commit"
  private static let prefix = ".patrol-new-"

  /// The name under which a new file waits.
  static func temporary(_ file: String) -> String { prefix + file }

  /// Whether a name is one of those that saving uses.
  static func isOwn(_ name: String) -> Bool { name.hasPrefix(prefix) || name == commitFile }

  /// The files that a save has committed and not all moved; empty where there is no such save.
  ///
  /// - Throws: the system's word where it does not say whether there is one: half of a save would be read, or taken away,
  ///   as if there were none.
  static func files(in folder: String) throws(FileProblem) -> [String] {
    do throws(FileProblem) {
      let bytes = try BoundedFile.read(commitFile, in: folder, limit: 1 << 12)
      let names = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
      return RosterTable.allCases.map(\.file).filter(names.contains)
    } catch {
      switch error {
      case .system(let code, _): throw .system(code, of: commitFile)
      // Nearly always there is none; what is no plain file was not written by saving.
      case .notThere, .notAFile, .linkOutside, .tooLarge, .notText, .endlessLine: return []
      }
    }
  }

  /// The name under which a file is to be read.
  ///
  /// - Throws: the system's word where it does not say.
  static func source(of file: String, in folder: String, pending: [String]) throws(FileProblem) -> String {
    guard pending.contains(file) else { return file }
    var status = stat()
    if lstat(folder + "/" + temporary(file), &status) == 0 { return temporary(file) }
    guard errno == ENOENT else { throw .system(errno, of: temporary(file)) }
    return file
  }
}
