import Files
import Glibc
import Screen

/// Reads what the command line names: never blocks on a FIFO or device, never reads beyond a size.
enum InputFile {
  /// The bytes of a regular file, links followed.
  ///
  /// - Throws: `FileFailure` where the system refuses, `CommandFailure` where it is no regular file or too large.
  static func bytes(of path: String, atMost limit: Int) throws -> [UInt8] {
    do {
      return try BoundedFile.bytes(of: path, atMost: limit)
    } catch {
      if case .system(let code, _) = error { throw FileFailure("read", path, code: code) }
      throw CommandFailure(
        .usage, "\(path.shown) is not a regular file of at most \(limit >> 20) MiB. Name another file.")
    }
  }

  /// All that standard input gives, to its end.
  ///
  /// - Throws: `FileFailure` where the system refuses, `CommandFailure` where there is more than the limit.
  static func standardInput(atMost limit: Int) throws -> [UInt8] {
    let bytes: [UInt8]
    do {
      bytes = try OpenFile.read(from: STDIN_FILENO, atMost: limit + 1)
    } catch {
      throw FileFailure("read", "standard input", code: error.code)
    }
    guard bytes.count <= limit else {
      throw CommandFailure(.usage, "standard input is longer than \(limit >> 20) MiB. Give it in parts.")
    }
    return bytes
  }
}
