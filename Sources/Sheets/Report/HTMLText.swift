/// HTML as it is written: what is markup is written as it stands, what is text is escaped.
struct HTMLText {
  /// What has been written so far, UTF-8.
  private(set) var bytes: [UInt8] = []

  /// Writes markup of the program.
  mutating func markup(_ markup: StaticString) {
    markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Writes a number into text or an attribute.
  mutating func number(_ number: Int) { bytes.append(contentsOf: String(number).utf8) }

  /// Writes a number of tenths with one digit after the point.
  mutating func tenths(_ tenths: Int) {
    bytes.append(contentsOf: "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)".utf8)
  }

  /// Writes text of a roster, between tags or in a quoted attribute.
  ///
  /// What could command a terminal or turn the reading order is replaced by U+FFFD. O(bytes).
  mutating func text(_ text: String) {
    for byte in HarmlessText.from(text).utf8 {
      switch byte {
      case UInt8(ascii: "&"): markup("&amp;")
      case UInt8(ascii: "<"): markup("&lt;")
      case UInt8(ascii: ">"): markup("&gt;")
      case UInt8(ascii: "\""): markup("&quot;")
      case UInt8(ascii: "'"): markup("&#39;")
      default: bytes.append(byte)
      }
    }
  }
}
