import Glibc
import Screen

/// Reads a file that the command line names: never blocks on a FIFO or device, never reads beyond a size.
enum InputFile {
  /// The bytes of a regular file, links followed.
  ///
  /// - Throws: `FileFailure` where the system refuses, `CommandFailure` where it is no regular file or too large.
  static func bytes(of path: String, atMost limit: Int) throws -> [UInt8] {
    let file = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    if file < 0 { throw FileFailure("read", path) }
    defer { close(file) }
    var status = stat()
    if fstat(file, &status) != 0 { throw FileFailure("read", path) }
    guard status.st_mode & S_IFMT == S_IFREG, status.st_size <= limit else {
      throw CommandFailure(
        .usage, "\(path.shown) is not a regular file of at most \(limit >> 20) MiB. Name another file.")
    }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var length = 0
    while length < bytes.count {
      let got = bytes.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress.map { $0 + length }, $0.count - length) }
      if got < 0, errno == EINTR { continue }
      if got < 0 { throw FileFailure("read", path) }
      if got == 0 { break }
      length += got
    }
    return Array(bytes[..<length])
  }
}
