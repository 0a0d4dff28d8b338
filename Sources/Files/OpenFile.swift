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
