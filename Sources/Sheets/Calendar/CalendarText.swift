/// Content lines of an iCalendar file: escaped, folded, each ended by CRLF.
///
/// Source: RFC 5545, 3.1 (content lines, folding) and 3.3.11 (text).
struct CalendarText {
  /// The most bytes of a line, its end not counted.
  static let longestLine = 75

  /// What has been written so far, UTF-8.
  private(set) var bytes: [UInt8] = []

  /// Writes a property whose value stands as it is: a date, an offset, a word of the standard.
  mutating func append(_ name: String, _ value: String) { append(line: name + ":" + value) }

  /// Writes a property whose value is text, with what could command a terminal replaced and the rest escaped.
  mutating func append(_ name: String, text: String) { append(line: name + ":" + Self.escaped(text)) }

  /// Folds between scalars, so that no line ends within one.
  ///
  /// O(bytes).
  private mutating func append(line: String) {
    var length = 0
    for byte in line.utf8 {
      if byte & 0xC0 != 0x80, length + Self.scalarLength(byte) > Self.longestLine {
        bytes.append(contentsOf: [0x0D, 0x0A, 0x20])
        length = 1
      }
      bytes.append(byte)
      length += 1
    }
    bytes.append(contentsOf: [0x0D, 0x0A])
  }

  /// How many bytes of UTF-8 a scalar has, by its first.
  private static func scalarLength(_ first: UInt8) -> Int {
    switch first {
    case ..<0x80: 1
    case ..<0xE0: 2
    case ..<0xF0: 3
    default: 4
    }
  }

  private static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in HarmlessText.from(text).unicodeScalars {
      switch scalar {
      case "\\", ";", ",":
        escaped.append("\\")
        escaped.append(scalar)
      case "\n": escaped.append(contentsOf: "\\n".unicodeScalars)
      case "\t": escaped.append(" ")
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }
}
