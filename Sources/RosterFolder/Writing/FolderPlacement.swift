import Files
import Glibc

/// Puts a whole folder in its place in one step: it is written beside it first.
struct FolderPlacement {
  /// A file of the folder.
  struct File {
    var name: String
    var bytes: [UInt8]
  }

  private let parent: String
  private let target: String
  private let waiting: String

  /// A placement at a path, whose parent must be there.
  init(at path: String) throws(SaveError) {
    var status = stat()
    let isThere = lstat(path, &status) == 0
    let trimmed = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    let slash = trimmed.lastIndex(of: "/")
    let above = slash.map { $0 == trimmed.startIndex ? "/" : String(trimmed[..<$0]) } ?? "."
    let name = slash.map { String(trimmed[trimmed.index(after: $0)...]) } ?? trimmed
    guard let real = isThere ? FilePath.real(path) : FilePath.real(above).map({ ($0 == "/" ? "" : $0) + "/" + name })
    else {
      // What does not exist was misspelt; anything else the system refuses.
      if [ENOENT, ENOTDIR, ENAMETOOLONG].contains(errno) { throw .noFolderAround(path: path) }
      throw .failed(path: path, step: "find the folder around", reason: SystemError.current)
    }
    guard !name.isEmpty, real != "/", let last = real.lastIndex(of: "/") else { throw .noFolderAround(path: path) }
    if let roster = EnclosingRoster.of(real) { throw .insideRoster(path: path, roster: roster) }
    target = real
    parent = last == real.startIndex ? "/" : String(real[..<last])
    waiting = String(real[...last]) + "." + real[real.index(after: last)...] + ".patrol-new"
  }

  /// Writes the files and puts their folder in place.
  ///
  /// - Parameters:
  ///   - files: all the folder is to hold.
  ///   - replacing: whether it may take the place of a roster; what else that folder holds moves over.
  func place(_ files: [File], replacing: Bool) throws(SaveError) {
    let isTaken = try checkTarget(replacing: replacing)
    try removeLeftover()
    do {
      try write(files)
      try isTaken ? exchange() : move()
    } catch {
      removeKnownFiles()
      rmdir(waiting)
      throw error
    }
    do { try OpenFile.syncFolder(parent) } catch { throw SaveError(error) }
    guard isTaken else { return }
    do {
      try removeLeftover()
    } catch {
      // The roster is in its place; what it has replaced stays beside it for the next to tidy up.
      guard case .failed(let path, _, let reason) = error else { throw error }
      throw .unfinished(path: path, reason: reason)
    }
  }

  /// Whether there is a roster at the target; throws where there is anything else but nothing.
  @discardableResult
  func checkTarget(replacing: Bool) throws(SaveError) -> Bool {
    var status = stat()
    guard lstat(target, &status) == 0 else { return false }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw .notEmpty(path: target, found: ["a file"]) }
    guard let names = FolderListing.names(in: target) else {
      throw .failed(path: target, step: "look into", reason: SystemError.current)
    }
    if names.isEmpty { return false }
    guard replacing, names.contains(SettingsReader.file) else {
      throw .notEmpty(path: target, found: Array(names.prefix(5)))
    }
    return true
  }

  private func write(_ files: [File]) throws(SaveError) {
    guard mkdir(waiting, 0o777) == 0 else {
      throw .failed(path: waiting, step: "create", reason: SystemError.current)
    }
    let lock = try FolderLock.turn(waiting)
    let likeFolder = FileRights.ofNewFiles(in: target)
    for file in files {
      var status = stat()
      let isThere = lstat(target + "/" + file.name, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
      try DurableFile.save(
        waiting + "/" + file.name, file.bytes, rights: isThere ? FileRights(status) : likeFolder)
    }
    try lock.syncNames(waiting)
  }

  private func move() throws(SaveError) {
    guard rename(waiting, target) == 0 else {
      throw .failed(path: target, step: "create", reason: SystemError.current)
    }
  }

  private func exchange() throws(SaveError) {
    var status = stat()
    if lstat(target, &status) == 0 { _ = FileRights(status).give(toFolder: waiting) }
    guard FileSystem.exchange(waiting, target) else {
      throw .failed(path: target, step: "replace", reason: SystemError.current)
    }
  }

  /// Takes away what waits beside the target: the folder that was replaced, or one that a crash left half-written.
  ///
  /// What is not a roster's own moves to the target first.
  private func removeLeftover() throws(SaveError) {
    guard let names = FolderListing.names(in: waiting) else {
      if errno == ENOENT { return }
      throw .failed(path: waiting, step: "look into", reason: SystemError.current)
    }
    // Whoever is still writing to it holds its lock.
    let lock = try FolderLock.turn(waiting, patient: false)
    removeKnownFiles()
    for name in names where !Self.isOwn(name) {
      var status = stat()
      // What is not known not to be there might be replaced.
      guard lstat(target + "/" + name, &status) != 0, errno == ENOENT,
        rename(waiting + "/" + name, target + "/" + name) == 0
      else {
        throw .leftover(path: waiting)
      }
    }
    try lock.syncNames(waiting)
    guard rmdir(waiting) == 0 else { throw .leftover(path: waiting) }
  }

  private func removeKnownFiles() {
    for name in FolderListing.names(in: waiting) ?? [] where Self.isOwn(name) { unlink(waiting + "/" + name) }
  }

  private static func isOwn(_ name: String) -> Bool {
    name == SettingsReader.file || PendingSave.isOwn(name) || RosterTable.allCases.contains { $0.file == name }
  }
}

/// Whether a place is inside a roster, where no other may be: each would be taken for a part of the other, by who copies,
/// moves or removes the outer one as by who looks for its files.
enum EnclosingRoster {
  /// The nearest folder above a path that is a roster; `nil` where none is, however far up.
  ///
  /// - Parameter path: a path without links, dots or a slash at its end; what is there need not exist.
  static func of(_ path: String) -> String? {
    var folder = path[...]
    while let slash = folder.lastIndex(of: "/") {
      folder = folder[..<slash]
      var status = stat()
      if lstat(folder + "/" + SettingsReader.file, &status) == 0 { return folder.isEmpty ? "/" : String(folder) }
    }
    return nil
  }
}
