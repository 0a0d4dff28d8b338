import Files
import Glibc

/// Replaces files of a folder: all of them, or none.
struct FolderTransaction {
  /// A file and what it is to hold.
  struct Replacement: Sendable {
    var file: String
    var bytes: [UInt8]
  }

  /// The folder's real path.
  let folder: String

  /// Replaces the files.
  ///
  /// - Parameters:
  ///   - replacements: the files.
  ///   - check: called under the folder's lock before anything is written; throws where the files may not be replaced.
  /// - Throws: `SaveError`; the files are then as they were, but for `SaveError.unfinished`.
  func run(_ replacements: [Replacement], check: () throws(SaveError) -> Void) throws(SaveError) {
    let lock = try FolderLock.turn(folder)
    try finishPending(lock)
    try check()
    do {
      for replacement in replacements { try write(replacement) }
      if replacements.count > 1 { try commit(replacements.map(\.file), lock) }
    } catch {
      removeTemporaries(lock)
      throw error
    }
    if let first = replacements.first, replacements.count == 1 {
      do {
        try move(first.file)
      } catch {
        removeTemporaries(lock)
        throw error
      }
      try lock.syncNames(folder)
    } else {
      do {
        try moveCommitted()
      } catch {
        guard case .failed(let path, _, let reason) = error else { throw error }
        throw .unfinished(path: path, reason: reason)
      }
      _ = try tidyUp(lock)
    }
  }

  /// Finishes what an earlier save has committed; what the folder holds is on the disk when it returns.
  func settle() throws(SaveError) { try finishPending(FolderLock.turn(folder)) }

  /// Moves what an earlier save has committed, and takes away what one has not.
  ///
  /// - Throws: `SaveError.failed` and never `unfinished`: nobody is to take the save that follows for one that counts.
  private func finishPending(_ lock: borrowing FolderLock) throws(SaveError) {
    try moveCommitted()
    // New files beside the word of an earlier save would be read as if that had committed them.
    guard try tidyUp(lock) else {
      throw .failed(path: folder + "/" + PendingSave.commitFile, step: "take away", reason: SystemError.current)
    }
  }

  /// Moves all that is committed to its place.
  private func moveCommitted() throws(SaveError) {
    let files: [String]
    do { files = try PendingSave.files(in: folder) } catch { throw refused("read", PendingSave.commitFile, error) }
    for file in files {
      do throws(FileProblem) {
        if try PendingSave.source(of: file, in: folder, pending: files) == file { continue }
      } catch {
        throw refused("look at", file, error)
      }
      try move(file)
    }
  }

  /// Takes away what saves have left when all that counts is in its place; whether nothing says any more that it counts.
  private func tidyUp(_ lock: borrowing FolderLock) throws(SaveError) -> Bool {
    // The moves must be on the disk before the word that they are to be made goes.
    try lock.syncNames(folder)
    let isGone = removeTemporaries(lock)
    if isGone { try lock.syncNames(folder) }
    return isGone
  }

  private func write(_ replacement: Replacement) throws(SaveError) {
    var status = stat()
    let path: String
    do { path = try target(replacement.file) } catch { throw refused("look at", replacement.file, error) }
    let isThere = lstat(path, &status) == 0
    guard isThere || errno == ENOENT else {
      throw .failed(path: path, step: "look at", reason: SystemError.current)
    }
    try DurableFile.save(
      folder + "/" + PendingSave.temporary(replacement.file), replacement.bytes,
      rights: isThere ? FileRights(status) : FileRights.ofNewFiles(in: folder))
  }

  private func commit(_ files: [String], _ lock: borrowing FolderLock) throws(SaveError) {
    let waiting = folder + "/" + PendingSave.temporary(PendingSave.commitFile)
    try DurableFile.save(
      waiting, Array(files.joined(separator: "\n").utf8), rights: FileRights.ofNewFiles(in: folder))
    try lock.syncNames(folder)
    guard rename(waiting, folder + "/" + PendingSave.commitFile) == 0 else {
      throw .failed(path: waiting, step: "rename", reason: SystemError.current)
    }
    try lock.syncNames(folder)
  }

  private func move(_ file: String) throws(SaveError) {
    let place: String
    do { place = try target(file) } catch { throw refused("look at", file, error) }
    guard rename(folder + "/" + PendingSave.temporary(file), place) == 0 else {
      throw .failed(path: place, step: "replace", reason: SystemError.current)
    }
  }

  /// Where a file really is: a link inside the folder stays a link.
  ///
  /// - Throws: the system's word where it does not say: a link would be replaced by a file.
  private func target(_ file: String) throws(FileProblem) -> String {
    do throws(FileProblem) {
      return try BoundedFile.target(of: file, in: folder)
    } catch {
      if case .system = error { throw error }
      return folder + "/" + file
    }
  }

  private func refused(_ step: String, _ file: String, _ problem: FileProblem) -> SaveError {
    .failed(path: folder + "/" + file, step: step, reason: problem.reason)
  }

  /// Takes away what a save has written beside the tables.
  ///
  /// The commit file goes first, and the others when it is sure to be gone: with it and some of them, a folder would be
  /// read as half of the save. Where the disk refuses that, they stay for the next save to take away.
  ///
  /// - Returns: whether there is no commit file any more; where not, `errno` says why.
  @discardableResult
  private func removeTemporaries(_ lock: borrowing FolderLock) -> Bool {
    let names = FolderListing.names(in: folder) ?? []
    let others = names.filter { PendingSave.isOwn($0) && $0 != PendingSave.commitFile }
    if unlink(folder + "/" + PendingSave.commitFile) != 0 {
      guard errno == ENOENT else { return false }
    } else if !others.isEmpty {
      do { try lock.syncNames(folder) } catch { return true }
    }
    for name in others { unlink(folder + "/" + name) }
    return true
  }
}

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
