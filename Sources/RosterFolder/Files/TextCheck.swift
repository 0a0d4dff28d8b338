import Glibc

/// Looks over a file while it is read for what no table has, so that one which is none is given up at that place, before the
/// rest of it is in memory.
///
/// A byte of value 0 in a row is a finding like another control character. A run of them is what a file system leaves where a
/// crash kept it from writing, and what a disk image or a program begins with.
struct TextCheck {
  /// How many bytes are looked at together.
  static let piece = 1 << 20
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
