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
    let lock = try FolderLock(folder)
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
      try lock.sync(folder)
    } else {
      try finishPending(lock)
    }
  }

  /// Finishes what an earlier save has committed; what the folder holds is on the disk when it returns.
  func settle() throws(SaveError) { try finishPending(FolderLock(folder)) }

  /// Moves what an earlier save has committed, and takes away what one has not.
  private func finishPending(_ lock: borrowing FolderLock) throws(SaveError) {
    for file in PendingSave.files(in: folder)
    where PendingSave.source(of: file, in: folder, pending: [file]) != file {
      do {
        try move(file)
      } catch {
        guard case .failed(let path, _, let reason) = error else { throw error }
        throw .unfinished(path: path, reason: reason)
      }
    }
    // The moves must be on the disk before the word that they are to be made goes.
    try lock.sync(folder)
    removeTemporaries(lock)
    try lock.sync(folder)
  }

  private func write(_ replacement: Replacement) throws(SaveError) {
    var status = stat()
    let isThere = lstat(target(replacement.file), &status) == 0
    try DurableFile.create(
      folder + "/" + PendingSave.temporary(replacement.file), replacement.bytes, like: isThere ? status : likeFolder())
  }

  /// What a new file gets its group and permissions from, whatever the umask: all who may read the folder read it.
  private func likeFolder() -> stat? {
    var status = stat()
    guard stat(folder, &status) == 0 else { return nil }
    status.st_mode &= 0o666
    return status
  }

  private func commit(_ files: [String], _ lock: borrowing FolderLock) throws(SaveError) {
    let waiting = folder + "/" + PendingSave.temporary(PendingSave.commitFile)
    try DurableFile.create(waiting, Array(files.joined(separator: "\n").utf8), like: likeFolder())
    try lock.sync(folder)
    guard rename(waiting, folder + "/" + PendingSave.commitFile) == 0 else {
      throw .failed(path: waiting, step: "rename", reason: SystemError.current)
    }
    try lock.sync(folder)
  }

  private func move(_ file: String) throws(SaveError) {
    let target = target(file)
    guard rename(folder + "/" + PendingSave.temporary(file), target) == 0 else {
      throw .failed(path: target, step: "replace", reason: SystemError.current)
    }
  }

  /// Where a file really is: a link inside the folder stays a link.
  private func target(_ file: String) -> String {
    do {
      return try BoundedFile.target(of: file, in: folder)
    } catch {
      return folder + "/" + file
    }
  }

  /// Takes away what a save has written beside the tables.
  ///
  /// The commit file goes first, and the others when it is sure to be gone: with it and some of them, a folder would be
  /// read as half of the save. Where the disk refuses that, they stay for the next save to take away.
  private func removeTemporaries(_ lock: borrowing FolderLock) {
    let names = FolderListing.names(in: folder) ?? []
    let others = names.filter { PendingSave.isOwn($0) && $0 != PendingSave.commitFile }
    if unlink(folder + "/" + PendingSave.commitFile) == 0, !others.isEmpty {
      do { try lock.sync(folder) } catch { return }
    }
    for name in others { unlink(folder + "/" + name) }
  }
}
