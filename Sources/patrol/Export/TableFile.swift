import Files
import Glibc
import Screen
import Sheets

/// Where a table, a report or a workbook is written: standard output, a file, or a device.
struct TableFile {
  /// The word for standard output.
  static let standardOutput = "-"

  /// The path, or `-`.
  var path: String

  /// Writes it whole: a file is replaced at once when all of it is on the disk.
  ///
  /// - Parameter record: what is to be remembered of it, in a hidden file beside it; nothing for what is no file.
  /// - Throws: `FileFailure`, or `CommandFailure` where the path is a folder or inside a roster folder; a file that was
  ///   there is then as it was.
  func write(_ bytes: [UInt8], remembering record: TableRecord? = nil) throws {
    if path == Self.standardOutput {
      guard OpenFile.write(bytes, to: STDOUT_FILENO) else { throw FileFailure("write", "standard output") }
      return
    }
    var status = stat()
    let exists = stat(path, &status) == 0
    if exists, status.st_mode & S_IFMT == S_IFDIR {
      throw CommandFailure(.usage, "\(path.shown) is a folder. Name a file.")
    }
    if exists, status.st_mode & S_IFMT != S_IFREG {
      try writeToDevice(bytes)
    } else {
      try replaceFile(bytes, record, resolved: exists ? try Self.resolved(path, of: path) : path)
    }
  }

  /// The path of a file of this name in the same folder.
  func besides(_ name: String) -> String {
    path.contains("/") ? String(path[...(path.lastIndex(of: "/") ?? path.startIndex)]) + name : name
  }

  /// Refuses a description beside the table that no export wrote.
  ///
  /// - Throws: `CommandFailure` or `FileFailure`.
  func checkDescription() throws {
    let folder = try FolderHandle(path: try Self.resolved(FilePath.parts(of: path).folder, of: path))
    let isOwn =
      switch try folder.entry(DataPackage.fileName, atMost: 1 << 20) {
      case .missing: true
      case .file(let bytes): String(decoding: bytes, as: UTF8.self).contains(DataPackage.mark)
      case .other: false
      }
    guard isOwn else {
      throw CommandFailure(
        .usage,
        "\(besides(DataPackage.fileName).shown) is not of an export; nothing was written. Keep it elsewhere, or replace it "
          + "with --force.")
    }
  }

  private func writeToDevice(_ bytes: [UInt8]) throws(FileFailure) {
    let file = open(path, O_WRONLY | O_NOCTTY | O_CLOEXEC)
    if file < 0 { throw FileFailure("write", path) }
    let isDone = OpenFile.write(bytes, to: file)
    let failure = FileFailure("write", path)
    close(file)
    if !isDone { throw failure }
  }

  private func replaceFile(_ bytes: [UInt8], _ record: TableRecord?, resolved: String) throws {
    let (parent, name) = FilePath.parts(of: resolved)
    let folder = try FolderHandle(path: try Self.resolved(parent, of: path))
    guard !folder.has("roster.toml"), !OutputPlace.isOfJournal(folder.path) else {
      throw CommandFailure(.usage, "\(path.shown) is inside a roster folder. Choose another place.")
    }
    try Self.replace(name, bytes, in: folder)
    // Last, because a table that is newer than its record only looks edited, and reads back to the same.
    if let record { try Self.replace(TableRecord.fileName(of: name), record.text, in: folder) }
  }

  /// How the names begin of files that are not in their places yet.
  private static let temporaryPrefix = ".patrol-table-"
  /// How old one of them is at least that nobody writes any more, in seconds: its program may be one of another machine.
  private static let longestWrite = 3_600

  /// Replaces a file at once, when all of it is on the disk; what programs that were killed have left there goes first.
  static func replace(_ name: String, _ bytes: [UInt8], in folder: FolderHandle) throws(FileFailure) {
    try folder.clearAbandoned(temporaryPrefix, olderThan: longestWrite)
    let temporary = "\(temporaryPrefix)\(getpid())"
    do {
      try folder.create(temporary, bytes, rights: folder.rights(for: name))
      try folder.sync(temporary)
      try folder.move(temporary, to: folder, as: name)
      try folder.sync()
    } catch {
      try folder.remove(temporary)
      throw error
    }
  }

  /// The path with its links followed, so that a link to a file keeps leading to it, and a folder is opened only where it
  /// is none.
  ///
  /// - Parameter target: what is to be written, for telling why it is not.
  static func resolved(_ path: String, of target: String) throws(FileFailure) -> String {
    guard let real = FilePath.real(path) else { throw FileFailure("write", target) }
    return real
  }
}
