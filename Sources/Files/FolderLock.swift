import Glibc

/// A lock on a folder that programs of this product take turns by; the system frees it when a process dies.
public struct FolderLock: ~Copyable {
  /// Why there is none.
  public enum Refusal: Error {
    /// Another holder was not done in time.
    case busy
    /// The system does not open the folder.
    case failed(FileFailure)
  }

  private let descriptor: Int32

  /// How long a lock that another holds is waited for, in microseconds.
  ///
  /// Many short-lived programs that take turns each hold it for some milliseconds; a city's tables take half a second.
  private static let patience: UInt32 = 10_000_000

  /// Locks a folder.
  ///
  /// - Parameters:
  ///   - path: the folder.
  ///   - patient: whether to wait, for up to ten seconds, for another holder to be done.
  ///   - isShared: whether others may hold it in the same way at the same time: for those who only look.
  public init(_ path: String, patient: Bool = true, isShared: Bool = false) throws(Refusal) {
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .failed(FileFailure("open", path)) }
    // Some network file systems have no locks; there the fingerprints alone guard against others.
    let answer = LockAnswer.of(descriptor, isShared: isShared, within: patient ? Self.patience : 0)
    if answer == .busy { throw .busy }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Writes the folder's entries to the disk.
  public func sync(_ path: String) throws(FileFailure) {
    guard OpenFile.syncNames(descriptor) else { throw FileFailure("write to the disk", path) }
  }
}
