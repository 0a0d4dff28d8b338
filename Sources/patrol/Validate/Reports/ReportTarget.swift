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
    let slash = path.lastIndex(of: "/")
    let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    let parent = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    var status = stat()
    let isFolder = stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    guard access(parent + "/" + Self.settings, F_OK) == 0, !isFolder, !name.isEmpty else {
      try TableFile(path: path).write(Array(text.utf8))
      return
    }
    let isOwn = [Self.settings, ".patrol"].contains(name) || RosterTable.allCases.contains { $0.file == name }
    guard !isOwn else {
      throw CommandFailure(.usage, "\(path.shown) is a part of a roster. Choose another name for the report.")
    }
    try replace(name, text, in: FolderHandle(path: try resolved(parent)))
  }

  private func replace(_ name: String, _ text: String, in folder: FolderHandle) throws(FileFailure) {
    let temporary = ".patrol-report-\(getpid())"
    do {
      try folder.create(temporary, Array(text.utf8))
      try folder.sync(temporary)
      try folder.move(temporary, to: folder, as: name)
      try folder.sync()
    } catch {
      try folder.remove(temporary)
      throw error
    }
  }

  /// The path with its links followed: a folder is opened only where it is none.
  private func resolved(_ path: String) throws(FileFailure) -> String {
    guard let real = realpath(path, nil) else { throw FileFailure("write", path) }
    defer { free(real) }
    return String(cString: real)
  }
}
