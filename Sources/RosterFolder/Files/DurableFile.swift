import Glibc

/// Writes new files so that they are on the disk when it returns.
enum DurableFile {
  /// Writes a file that must not exist; takes it away again where that fails.
  ///
  /// - Parameters:
  ///   - path: where.
  ///   - bytes: its content.
  ///   - like: the file whose permissions and group it gets; `nil` for those of any new file.
  static func create(_ path: String, _ bytes: [UInt8], like: stat?) throws(SaveError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, like == nil ? 0o666 : 0o600)
    guard descriptor >= 0 else { throw .failed(path: path, step: "create", reason: SystemError.current) }
    let reason = fill(descriptor, bytes, like: like)
    let isClosed = close(descriptor) == 0
    guard let reason = reason ?? (isClosed ? nil : SystemError.current) else { return }
    unlink(path)
    throw .failed(path: path, step: "write", reason: reason)
  }

  /// What a new file of a roster folder gets its group and permissions from; `nil` where the folder is not there.
  ///
  /// Whatever the umask, all who may read the folder read it.
  static func rightsOfNewFiles(in folder: String) -> stat? {
    var status = stat()
    guard stat(folder, &status) == 0 else { return nil }
    status.st_mode &= 0o666
    return status
  }

  /// Writes a folder's entries to the disk.
  static func syncFolder(_ path: String) throws(SaveError) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    // A folder that may be written and not read has its entries written by the system in its own time.
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 || errno == EINVAL else {
      throw .failed(path: path, step: "write to the disk", reason: SystemError.current)
    }
  }

  /// Fills a new file; what went wrong, or `nil`.
  private static func fill(_ descriptor: Int32, _ bytes: [UInt8], like: stat?) -> String? {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        write(descriptor, buffer.baseAddress.map { $0 + written }, bytes.count - written)
      }
      if count > 0 {
        written += count
      } else if errno != EINTR {
        return SystemError.current
      }
    }
    if let like {
      // Who may not give the file to its owner may still give it to its group, and who may not do that keeps it.
      if fchown(descriptor, like.st_uid, like.st_gid) != 0 { _ = fchown(descriptor, uid_t.max, like.st_gid) }
      guard fchmod(descriptor, like.st_mode & 0o7777) == 0 else { return SystemError.current }
    }
    return fsync(descriptor) == 0 ? nil : SystemError.current
  }
}
