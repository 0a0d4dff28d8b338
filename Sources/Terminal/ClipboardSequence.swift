/// The sequence by which a terminal is asked to set the clipboard (xterm's OSC 52).
enum ClipboardSequence {
  /// Bytes of text in the longest sequence that xterm takes.
  static let maximumBytes = 74_994

  /// The sequence for `text`; nil where it is too long.
  static func bytes(copying text: String) -> [UInt8]? {
    let data = Array(text.utf8)
    guard data.count <= maximumBytes else { return nil }
    return Array("\u{1B}]52;c;".utf8) + base64(data) + [0x07]
  }

  /// Base 64 (RFC 4648) with padding.
  static func base64(_ data: [UInt8]) -> [UInt8] {
    let alphabet: StaticString = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    return alphabet.withUTF8Buffer { letters in
      var result: [UInt8] = []
      result.reserveCapacity((data.count + 2) / 3 * 4)
      for start in stride(from: 0, to: data.count, by: 3) {
        let group = data[start..<min(start + 3, data.count)]
        let word = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
        for place in 0..<4 {
          let isPadding = place > group.count
          result.append(isPadding ? UInt8(ascii: "=") : letters[word >> (18 - 6 * place) & 63])
        }
      }
      return result
    }
  }
}
