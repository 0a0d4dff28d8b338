import Glibc

/// Reads files that may be anything: never blocks, never follows a link out of the folder, never beyond a size.
public enum BoundedFile {
  /// Reads a text file whole.
  ///
  /// - Parameters:
  ///   - name: the file's name in the folder.
  ///   - folder: the folder's real path.
  ///   - limit: the most bytes that are read.
  public static func read(_ name: String, in folder: String, limit: Int) throws(FileProblem) -> [UInt8] {
    let path = try target(of: name, in: folder)
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { throw .lastSystemError }
    defer { close(descriptor) }
    // What was looked at by name may be another file by now.
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .lastSystemError }
    try check(status)
    guard status.st_size <= limit else { throw .tooLarge(size: Int(status.st_size), limit: limit) }
    return try contents(of: descriptor, expecting: Int(status.st_size), limit: limit)
  }

  /// The bytes of a regular file wherever it is, links followed.
  ///
  /// - Throws: `FileProblem.tooLarge` or `notAFile` where it is none of at most `limit` bytes.
  public static func bytes(of path: String, atMost limit: Int) throws(FileProblem) -> [UInt8] {
    let file = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard file >= 0 else { throw .lastSystemError }
    defer { close(file) }
    return try bytes(of: file, atMost: limit)
  }

  /// The bytes of an open file from where it stands, as many as its size says.
  ///
  /// - Throws: `FileProblem.tooLarge` or `notAFile` where it is none of at most `limit` bytes.
  public static func bytes(of file: Int32, atMost limit: Int) throws(FileProblem) -> [UInt8] {
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .lastSystemError }
    try check(status)
    guard status.st_size <= limit else { throw .tooLarge(size: Int(status.st_size), limit: limit) }
    return try OpenFile.read(from: file, atMost: Int(status.st_size))
  }

  /// The path of a file of the folder, a link inside the folder followed.
  public static func target(of name: String, in folder: String) throws(FileProblem) -> String {
    let path = folder + "/" + name
    var status = stat()
    guard lstat(path, &status) == 0 else {
      throw errno == ENOENT ? .notThere : .lastSystemError
    }
    guard status.st_mode & S_IFMT == S_IFLNK else {
      try check(status)
      return path
    }
    guard let resolved = FilePath.real(path) else { throw .lastSystemError }
    guard resolved.hasPrefix(folder == "/" ? "/" : folder + "/") else { throw .linkOutside(resolved) }
    guard lstat(resolved, &status) == 0 else { throw .lastSystemError }
    try check(status)
    return resolved
  }

  private static func check(_ status: stat) throws(FileProblem) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw .notAFile("a folder")
    case S_IFIFO: throw .notAFile("a FIFO")
    case S_IFSOCK: throw .notAFile("a socket")
    case S_IFCHR, S_IFBLK: throw .notAFile("a device")
    default: throw .notAFile("something else")
    }
  }

  /// Reads to the end of the file, which may lie elsewhere than its size says.
  private static func contents(of descriptor: Int32, expecting size: Int, limit: Int) throws(FileProblem) -> [UInt8] {
    var check = TextCheck()
    // One byte more than is expected shows the end without asking for more memory.
    var bytes = try OpenFile.read(from: descriptor, atMost: size + 1) { (read) throws(FileProblem) in
      try check.look(at: read)
    }
    guard bytes.count > size else { return bytes }
    while bytes.count <= limit {
      let more = try OpenFile.read(from: descriptor, atMost: OpenFile.piece)
      if more.isEmpty { return bytes }
      bytes += more
      try bytes.withUnsafeBufferPointer { (read) throws(FileProblem) in
        try check.look(at: UnsafeRawBufferPointer(read))
      }
    }
    throw .tooLarge(size: bytes.count, limit: limit)
  }
}

/// Looks over a file while it is read for what no table has, so that one which is none is given up at that place, before the
/// rest of it is in memory.
///
/// A byte of value 0 in a row is a finding like another control character. A run of them is what a file system leaves where a
/// crash kept it from writing, and what a disk image or a program begins with.
struct TextCheck {
  /// The most bytes of value 0 in a piece of a text.
  static let mostZeros = 1024
  /// The longest line of a text: far longer than the longest row, which is a finding of its own and leaves the others.
  static let longestLine = 64 << 20

  /// How many bytes have been looked at, and where the line begins that they end in.
  private var seen = 0
  private var lineStart = 0

  /// Looks at what has been added.
  ///
  /// - Parameter bytes: the file from its beginning as far as it has been read.
  mutating func look(at bytes: UnsafeRawBufferPointer) throws(FileProblem) {
    let piece = UnsafeRawBufferPointer(rebasing: bytes[seen...])
    guard let base = bytes.baseAddress else { return }
    if let zero = memchr(base + seen, 0, piece.count), piece.count(where: { $0 == 0 }) > Self.mostZeros {
      let before = bytes[..<(UnsafeRawPointer(zero) - base)]
      let start = before.lastIndex(of: Self.lineFeed).map { $0 + 1 } ?? 0
      // Characters are counted by the bytes that begin one.
      throw .notText(
        line: before.count { $0 == Self.lineFeed } + 1, column: before[start...].count { $0 & 0xC0 != 0x80 } + 1)
    }
    if let end = piece.lastIndex(of: Self.lineFeed) { lineStart = seen + end + 1 }
    seen = bytes.count
    guard seen - lineStart <= Self.longestLine else {
      throw .endlessLine(line: bytes[..<lineStart].count { $0 == Self.lineFeed } + 1, limit: Self.longestLine)
    }
  }

  private static let lineFeed = UInt8(ascii: "\n")
}

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
