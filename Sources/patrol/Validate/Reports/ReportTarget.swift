import Glibc
import RosterFolder
import Screen

/// Where a report is written: anywhere that a table may be, and in a roster folder beside the tables too.
struct ReportTarget {
  /// The file that makes a folder a roster.
  private static let settings = "roster.toml"

  /// The path.
  var path: String

  /// Writes the report whole: a file is replaced at once when all of it is on the disk.
  ///
  /// - Throws: `FileFailure`, or `CommandFailure` where the path is a folder or a part of a roster; a file that was there
  ///   is then as it was.
  func write(_ text: String) throws {
    let (parent, name) = TableFile.parts(of: path)
    var status = stat()
    let isFolder = stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    guard access(parent + "/" + Self.settings, F_OK) == 0, !isFolder, !name.isEmpty else {
      try TableFile(path: path).write(Array(text.utf8))
      return
    }
    let isOwn = name == Self.settings || name.hasPrefix(".patrol") || RosterTable.allCases.contains { $0.file == name }
    guard !isOwn else {
      throw CommandFailure(.usage, "\(path.shown) is a part of a roster. Choose another name for the report.")
    }
    let folder = try FolderHandle(path: try TableFile.resolved(parent, of: parent))
    try TableFile.replace(name, Array(text.utf8), in: folder)
  }
}
