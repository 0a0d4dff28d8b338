/// Text of a roster as it may stand in a file that people print on a terminal.
enum HarmlessText {
  /// The text with what could command a terminal, or show another order of letters than is there, made visible.
  ///
  /// Control characters but TAB and LF (C0 with ESC and CR, DEL, C1), the bidirectional marks, embeddings, overrides and
  /// isolates, and the line and paragraph separators become U+FFFD. TAB and LF do no harm inside a quoted cell. Text
  /// without any of these is returned as it is. O(bytes).
  static func from(_ text: String) -> String {
    guard text.utf8.contains(where: mayStartControl) else { return text }
    var harmless = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { harmless.append(isHarmful(scalar) ? "\u{FFFD}" : scalar) }
    return String(harmless)
  }

  /// Whether a byte of UTF-8 is, or is the first of, a scalar that might be harmful.
  private static func mayStartControl(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xD8 || byte == 0xE2
  }

  private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
