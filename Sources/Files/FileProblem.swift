import Glibc

/// Why a file could not be read.
public enum FileProblem: Error {
  /// There is no such file.
  case notThere
  /// It is a FIFO, a device, a folder or a socket; the word says which.
  case notAFile(String)
  /// It is a link to somewhere outside the folder.
  case linkOutside(String)
  /// It is beyond the size that is read; both in bytes.
  case tooLarge(size: Int, limit: Int)
  /// From this place on it holds so many bytes of value 0 that it is no text.
  case notText(line: Int, column: Int)
  /// It has a line longer than any row could be; the limit in bytes.
  case endlessLine(line: Int, limit: Int)
  /// The system refused, with this number, and where it is not the file itself that it refused, on which.
  case system(Int32, of: String? = nil)
}

extension FileProblem {
  /// Where in the file it is; `nil` where it is about the whole file.
  public var place: (line: Int, column: Int)? {
    switch self {
    case .notText(let line, let column): (line, column)
    case .endlessLine(let line, _): (line, 1)
    case .notThere, .notAFile, .linkOutside, .tooLarge, .system: nil
    }
  }

  /// The system's number for it: its own, or the one that comes nearest.
  public var code: Int32 {
    switch self {
    case .system(let code, _): code
    case .notThere: ENOENT
    case .notAFile, .linkOutside, .tooLarge, .notText, .endlessLine: EINVAL
    }
  }

  /// The problem that `errno` tells of, right after the call.
  static var lastSystemError: FileProblem { .system(errno) }
}
