import Characters

/// Text as it may stand in XML 1.0, in an attribute or between tags.
enum XMLText {
  /// The text with the characters of markup, line ends, and what no terminal may get as references, which are the same value.
  ///
  /// What XML cannot hold at all, most control characters, becomes U+FFFD (XML 1.0, section 2.2).
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\t", "\n", "\r": escaped += "&#\(scalar.value);"
      case _ where !isAllowed(scalar): escaped += "\u{FFFD}"
      case _ where scalar.isUnsafe: escaped += "&#\(scalar.value);"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x20 && scalar.value & 0xFFFE != 0xFFFE
  }
}
