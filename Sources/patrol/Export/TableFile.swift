import Glibc
import Screen

/// Where a table is written: standard output, a file, or a device.
struct TableFile {
  /// The word for standard output.
  static let standardOutput = "-"

  /// The path, or `-`.
  var path: String

  /// Writes the table whole: a file is replaced at once when all of it is on the disk.
  ///
  /// - Throws: `FileFailure`, or `CommandFailure` where the path is a folder or inside a roster folder; a file that was
  ///   there is then as it was.
  func write(_ bytes: [UInt8]) throws {
    if path == Self.standardOutput {
      guard ByteSink.write(bytes, to: STDOUT_FILENO) else { throw FileFailure("write", "standard output") }
      return
    }
    var status = stat()
    let exists = stat(path, &status) == 0
    if exists, status.st_mode & S_IFMT == S_IFDIR {
      throw CommandFailure(.usage, "\(path.shown) is a folder. Name a file for the table.")
    }
    if exists, status.st_mode & S_IFMT != S_IFREG {
      try writeToDevice(bytes)
    } else {
      try replaceFile(bytes, resolved: exists ? try resolved(path) : path)
    }
  }

  private func writeToDevice(_ bytes: [UInt8]) throws(FileFailure) {
    let file = open(path, O_WRONLY | O_NOCTTY | O_CLOEXEC)
    if file < 0 { throw FileFailure("write", path) }
    let isDone = ByteSink.write(bytes, to: file)
    let failure = FileFailure("write", path)
    close(file)
    if !isDone { throw failure }
  }

  private func replaceFile(_ bytes: [UInt8], resolved: String) throws {
    let slash = resolved.lastIndex(of: "/")
    let name = slash.map { String(resolved[resolved.index(after: $0)...]) } ?? resolved
    let parent = slash.map { $0 == resolved.startIndex ? "/" : String(resolved[..<$0]) } ?? "."
    let folder = try FolderHandle(path: try self.resolved(parent))
    guard !folder.has("roster.toml") else {
      throw CommandFailure(.usage, "\(path.shown) is inside a roster folder. Choose another place for the table.")
    }
    let temporary = ".patrol-table-\(getpid())"
    do {
      try folder.create(temporary, bytes)
      try folder.sync(temporary)
      try folder.move(temporary, to: folder, as: name)
      try folder.sync()
    } catch {
      try folder.remove(temporary)
      throw error
    }
  }

  /// The path with its links followed, so that a link to a file keeps leading to it.
  private func resolved(_ path: String) throws(FileFailure) -> String {
    guard let real = realpath(path, nil) else { throw FileFailure("write", self.path) }
    defer { free(real) }
    return String(cString: real)
  }
}
