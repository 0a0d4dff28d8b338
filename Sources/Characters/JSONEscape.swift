extension Unicode.Scalar {
  /// The character as JSON may write any: `\u202e`, and above U+FFFF a pair of surrogates.
  ///
  /// Source: RFC 8259, 7 (strings).
  public var escapedForJSON: String {
    Character(self).utf16.reduce(into: "") { escape, unit in
      let digits = String(unit, radix: 16)
      escape += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
  }
}
