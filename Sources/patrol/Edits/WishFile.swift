import Glibc
import RosterModel
import Screen

/// The lines that `patrol apply` is given.
struct WishFile {
  /// A line that is not blank.
  struct Line {
    /// Counted from 1.
    let number: Int
    /// What it wants, or what is wrong with it.
    let wish: Result<WishLine, WishLine.Fault>
  }

  /// The most that is read, in bytes.
  private static let largest = 64 << 20

  /// What it is called in messages.
  let name: String
  /// Its lines, blank ones left out.
  let lines: [Line]
  /// What it holds, as a SHA-256: the same lines are the same act, and other ones another.
  let print: String

  /// Reads a file, or standard input where it is `nil` or `-`.
  ///
  /// - Throws: `FileFailure` where the system refuses, `CommandFailure` where it is too large or no text.
  init(_ path: String?) throws {
    let bytes: [UInt8]
    if let path, path != "-" {
      name = path
      bytes = try InputFile.bytes(of: path, atMost: Self.largest)
    } else {
      name = "standard input"
      bytes = try InputFile.standardInput(atMost: Self.largest)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw CommandFailure(.incomplete, "\(name.shown): it is not UTF-8. Save it as UTF-8; nothing was written.")
    }
    print = ImportPrint.text(of: bytes)
    let rows = text.split(separator: "\n", omittingEmptySubsequences: false)
    lines = rows.enumerated().compactMap { index, row in
      let row = row.hasSuffix("\r") ? row.dropLast() : row
      guard row.contains(where: { !$0.isWhitespace }) else { return nil }
      return Line(number: index + 1, wish: Result { () throws(WishLine.Fault) in try WishLine(String(row)) })
    }
  }
}
