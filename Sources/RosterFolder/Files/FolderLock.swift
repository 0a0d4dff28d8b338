import Glibc

/// A lock on a folder that programs of this product take turns by; the system frees it when a process dies.
package struct FolderLock: ~Copyable {
  private let descriptor: Int32

  /// How long a lock that another holds is waited for, and how long at most between two tries, in microseconds.
  ///
  /// Many short-lived programs that take turns each hold it for some milliseconds; a city's tables take half a second.
  private static let patience: useconds_t = 10_000_000
  private static let longestPause: useconds_t = 20_000

  /// Locks a folder.
  ///
  /// - Parameters:
  ///   - path: the folder.
  ///   - patient: whether to wait, for up to ten seconds, for another holder to be done.
  ///   - isShared: whether others may hold it in the same way at the same time: for those who only look.
  /// - Throws: `SaveError.busy` where another holder is not done by then.
  package init(_ path: String, patient: Bool = true, isShared: Bool = false) throws(SaveError) {
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw .failed(path: path, step: "open", reason: SystemError.current)
    }
    var waited: useconds_t = 0
    while true {
      if flock(descriptor, (isShared ? LOCK_SH : LOCK_EX) | LOCK_NB) == 0 { return }
      // Some network file systems have no locks; there the fingerprints alone guard against others.
      guard errno == EWOULDBLOCK || errno == EINTR else { return }
      guard patient, waited < Self.patience else { throw .busy(path: path) }
      // Never as long as others wait, or those who came together would always try together.
      let pause = useconds_t.random(in: 200...min(Self.longestPause, 1_000 + waited / 4))
      usleep(pause)
      waited += pause
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Writes the folder's entries to the disk.
  func sync(_ path: String) throws(SaveError) {
    guard fsync(descriptor) == 0 || errno == EINVAL else {
      throw .failed(path: path, step: "write to the disk", reason: SystemError.current)
    }
  }
}
