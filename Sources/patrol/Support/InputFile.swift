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
    return try contents(of: file, named: path, atMost: Int(status.st_size))
  }

  /// All that standard input gives, to its end.
  ///
  /// - Throws: `FileFailure` where the system refuses, `CommandFailure` where there is more than the limit.
  static func standardInput(atMost limit: Int) throws -> [UInt8] {
    let bytes = try contents(of: STDIN_FILENO, named: "standard input", atMost: limit + 1)
    guard bytes.count <= limit else {
      throw CommandFailure(.usage, "standard input is longer than \(limit >> 20) MiB. Give it in parts.")
    }
    return bytes
  }

  private static func contents(of file: Int32, named path: String, atMost limit: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: min(max(1, limit), 1 << 20))
    while bytes.count < limit {
      let wanted = min(piece.count, limit - bytes.count)
      let got = piece.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, wanted) }
      if got < 0, errno == EINTR { continue }
      if got < 0 { throw FileFailure("read", path) }
      if got == 0 { break }
      bytes += piece[..<got]
    }
    return bytes
  }
}
