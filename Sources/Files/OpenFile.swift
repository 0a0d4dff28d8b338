import Glibc

/// What is done with an open file, whatever interrupts the system meanwhile.
public enum OpenFile {
  /// How many bytes are read and looked at together.
  public static let piece = 1 << 20

  /// The next bytes, as many as fit; fewer only at the end of the file.
  ///
  /// - Parameters:
  ///   - descriptor: the file; read from where it stands.
  ///   - capacity: the most bytes. Memory for what is not read is asked for and never touched, so it costs nothing.
  ///   - look: is given what has been read after every piece, and throws where no more is to be read.
  public static func read(
    from descriptor: Int32, atMost capacity: Int,
    look: (UnsafeRawBufferPointer) throws(FileProblem) -> Void = { _ in }
  ) throws(FileProblem) -> [UInt8] {
    var failure: FileProblem?
    let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      count = 0
      do throws(FileProblem) {
        while count < capacity {
          let got = Glibc.read(descriptor, buffer.baseAddress.map { $0 + count }, min(piece, capacity - count))
          if got > 0 {
            count += got
            try look(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[..<count]))
          } else if got == 0 {
            break
          } else if errno != EINTR {
            throw .system(errno)
          }
        }
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Writes all bytes; `false` where that failed, and `errno` says why.
  ///
  /// - Parameters:
  ///   - bytes: what is written.
  ///   - descriptor: the file.
  ///   - offset: where in the file; `nil` for where it stands.
  public static func write(_ bytes: [UInt8], to descriptor: Int32, at offset: Int? = nil) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let rest = buffer.baseAddress.map { $0 + done }
        let count =
          offset.map { pwrite(descriptor, rest, buffer.count - done, off_t($0 + done)) }
          ?? Glibc.write(descriptor, rest, buffer.count - done)
        if count < 0, errno == EINTR { continue }
        // Nothing written and nothing said would go on for ever.
        if count == 0 { errno = EIO }
        guard count > 0 else { return false }
        done += count
      }
      return true
    }
  }

  /// Waits until a file's bytes are on the disk; `false` where the system refuses, and `errno` says why.
  public static func sync(_ descriptor: Int32) -> Bool { fsync(descriptor) == 0 }

  /// Waits until a folder's names are on the disk; `false` where the system refuses, and `errno` says why.
  ///
  /// Some file systems have nothing to do for a folder and say that the call is none for it.
  public static func syncNames(_ descriptor: Int32) -> Bool { fsync(descriptor) == 0 || errno == EINVAL }

  /// Waits until the names in a folder are on the disk.
  ///
  /// A folder that may be written and not read has its names written by the system in its own time.
  public static func syncFolder(_ path: String) throws(FileFailure) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    guard syncNames(descriptor) else { throw FileFailure("write to the disk", path) }
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
