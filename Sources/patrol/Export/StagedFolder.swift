import Files
import Glibc
import Sheets

/// A folder that an export writes into: everything is written beside its place first, in a folder of its own, and moved
/// there when all of it is whole on the disk.
struct StagedFolder {
  private static let stageName = ".patrol-sheets-new"

  /// The folder.
  let folder: FolderHandle
  private let wasMade: Bool

  /// Opens a folder, making it, and the folders it is in, where they are missing.
  ///
  /// - Throws: `SheetFolderError` or `FileFailure`.
  init(path: String) throws {
    let path = Self.withoutTrailingSlashes(path)
    try OutputPlace.check(path)
    var status = stat()
    if lstat(path, &status) == 0 {
      switch status.st_mode & S_IFMT {
      case S_IFDIR: wasMade = false
      case S_IFLNK: throw SheetFolderError.isLink(path: path)
      default: throw SheetFolderError.isFile(path: path)
      }
    } else {
      try FileSystem.makeFolders(path)
      wasMade = true
    }
    folder = try FolderHandle(path: path)
    if folder.has("roster.toml") { throw SheetFolderError.isRoster(path: path) }
  }

  /// Takes the folder for this process, makes the stage, and removes it again.
  ///
  /// - Throws: `SheetFolderError`, `FileFailure` or what `body` throws.
  func withStage<Answer>(_ body: (FolderHandle) throws -> Answer) throws -> Answer {
    guard try folder.lock() else { throw SheetFolderError.busy(path: folder.path) }
    try clearStage()
    do {
      return try folder.withStage(named: Self.stageName, body)
    } catch {
      discard()
      throw error
    }
  }

  /// Refuses a folder that holds files and nothing of an export: a mistyped path must not be filled with sheets.
  ///
  /// - Throws: `SheetFolderError.notOurs` or `FileFailure`.
  func checkIsOurs() throws {
    let names = try folder.names()
    // Those that are not seen, as of version control, say nothing of what a folder is for.
    let others = names.filter { !$0.hasPrefix(".") && $0 != "lost+found" }
    guard !others.isEmpty, !names.contains(SheetManifest.fileName), !names.contains(where: TableRecord.isOne),
      try !others.contains(where: CalendarFolder.isOwn(in: folder))
    else { return }
    throw SheetFolderError.notOurs(folder: folder.path, files: others.sorted())
  }

  /// Removes what an export that was killed has left.
  private func clearStage() throws {
    do {
      try folder.removeFolder(Self.stageName)
    } catch {
      throw SheetFolderError.nameTaken(path: folder.path + "/" + Self.stageName)
    }
  }

  private func discard() {
    do {
      if wasMade, try folder.names().isEmpty { rmdir(folder.path) }
    } catch {
      // The error that led here is the one to tell.
    }
  }

  private static func withoutTrailingSlashes(_ path: String) -> String {
    var path = path[...]
    while path.count > 1, path.last == "/" { path.removeLast() }
    return String(path)
  }
}

extension FolderHandle {
  /// What a file of this name is to have: what the one has that it replaces, in a roster what the folder has, else `nil`.
  func rights(for name: String) -> FileRights? {
    rights(of: name) ?? (has("roster.toml") ? rightsOfNewFiles : nil)
  }
}

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
