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

/// What came of asking for a lock that the system frees when its holder dies.
public enum LockAnswer: Sendable {
  /// It is held from now on.
  case taken
  /// Another has it.
  case busy
  /// The system refuses, and `errno` says why; some network file systems have no locks.
  case refused

  /// Asks for the lock of an open file or folder once.
  ///
  /// - Parameter isShared: whether others may hold it in the same way at the same time: for those who only look.
  public static func of(_ descriptor: Int32, isShared: Bool = false) -> LockAnswer {
    if flock(descriptor, (isShared ? LOCK_SH : LOCK_EX) | LOCK_NB) == 0 { return .taken }
    return errno == EWOULDBLOCK || errno == EINTR ? .busy : .refused
  }

  /// Asks for it until it is free, or so many microseconds have passed.
  public static func of(_ descriptor: Int32, isShared: Bool = false, within patience: UInt32) -> LockAnswer {
    var waited: UInt32 = 0
    while true {
      let answer = of(descriptor, isShared: isShared)
      guard answer == .busy, waited < patience else { return answer }
      // Never as long as others wait, or those who came together would always try together.
      let pause = UInt32.random(in: 200...min(longestPause, 1_000 + waited / 4))
      Pause.microseconds(pause)
      waited += pause
    }
  }

  /// Waits for it as long as another has it; where the system refuses, nothing is held.
  public static func wait(_ descriptor: Int32) {
    while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
  }

  /// How long at most is waited between two tries, in microseconds.
  private static let longestPause: UInt32 = 20_000
}

/// Waiting for another program to be done.
public enum Pause {
  /// Waits for so many microseconds.
  public static func microseconds(_ count: UInt32) { usleep(count) }
}
