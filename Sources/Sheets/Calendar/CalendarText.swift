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
  private mutating func append(line: String) {
    var length = 0
    for scalar in line.unicodeScalars {
      let encoded = UTF8.encode(scalar).map(Array.init) ?? []
      if length + encoded.count > Self.longestLine {
        bytes += [0x0D, 0x0A, 0x20]
        length = 1
      }
      bytes += encoded
      length += encoded.count
    }
    bytes += [0x0D, 0x0A]
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
