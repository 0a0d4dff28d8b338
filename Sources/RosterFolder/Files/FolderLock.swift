import Glibc

/// A lock on a folder that programs of this product take turns by; the system frees it when a process dies.
package struct FolderLock: ~Copyable {
  private let descriptor: Int32

  /// How often a lock that another holds is tried for, and how long between, in microseconds.
  private static let tries = 40
  private static let pause: useconds_t = 50_000

  /// Locks a folder.
  ///
  /// - Parameters:
  ///   - path: the folder.
  ///   - patient: whether to wait, for up to two seconds, for another holder to be done.
  /// - Throws: `SaveError.busy` where another holder is not done by then.
  package init(_ path: String, patient: Bool = true) throws(SaveError) {
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw .failed(path: path, step: "open", reason: SystemError.current)
    }
    for attempt in 0..<(patient ? Self.tries : 1) {
      if attempt > 0 { usleep(Self.pause) }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return }
      // Some network file systems have no locks; there the fingerprints alone guard against others.
      guard errno == EWOULDBLOCK || errno == EINTR else { return }
    }
    throw .busy(path: path)
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Writes the folder's entries to the disk.
  func sync(_ path: String) throws(SaveError) {
    guard fsync(descriptor) == 0 || errno == EINVAL else {
      throw .failed(path: path, step: "write to the disk", reason: SystemError.current)
    }
  }
}
