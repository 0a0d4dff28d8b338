extension TomlParser {
  /// A string of any of the four kinds.
  mutating func string() throws(TomlError) -> String {
    if take("\"\"\"") { return try longString(escapes: true) }
    if take("'''") { return try longString(escapes: false) }
    let escapes = current == UInt8(ascii: "\"")
    let quote = current
    advance()
    var text: [UInt8] = []
    while let byte = current, byte != UInt8(ascii: "\n") {
      if byte == quote {
        advance()
        return String(decoding: text, as: UTF8.self)
      }
      try character(into: &text, escapes: escapes)
    }
    throw error("expected a closing quote on the same line")
  }

  /// What follows three quotes, up to the next three.
  private mutating func longString(escapes: Bool) throws(TomlError) -> String {
    _ = take("\r")
    _ = take("\n")
    var text: [UInt8] = []
    while !isAtEnd {
      if escapes ? isAt("\"\"\"") : isAt("'''") {
        // Up to two quotes right before the closing ones belong to the text.
        var extra = 0
        while extra < 2, escapes ? isAt("\"\"\"\"") : isAt("''''") {
          try character(into: &text, escapes: false)
          extra += 1
        }
        for _ in 0..<3 { advance() }
        return String(decoding: text, as: UTF8.self)
      }
      if escapes, foldsLine() { continue }
      try character(into: &text, escapes: escapes)
    }
    throw error("expected three closing quotes")
  }

  /// Goes past a backslash at the end of a line, and all blanks after it; false where there is none.
  private mutating func foldsLine() -> Bool {
    guard current == UInt8(ascii: "\\") else { return false }
    let start = self
    advance()
    var endsLine = false
    while let byte = current, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
      endsLine = endsLine || byte == 0x0A
      advance()
    }
    if !endsLine { self = start }
    return endsLine
  }

  /// One byte, or what an escape stands for.
  private mutating func character(into text: inout [UInt8], escapes: Bool) throws(TomlError) {
    guard let byte = current else { throw error("expected more of a text") }
    guard escapes, byte == UInt8(ascii: "\\") else {
      text.append(byte)
      advance()
      return
    }
    let start = self
    advance()
    let letter = current
    advance()
    switch letter {
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): text.append(letter ?? 0)
    case UInt8(ascii: "u"): text += try scalar(digits: 4)
    case UInt8(ascii: "U"): text += try scalar(digits: 8)
    default: throw start.error("expected one of \\b \\t \\n \\f \\r \\\" \\\\ \\u \\U; a backslash itself is \\\\")
    }
  }

  /// The UTF-8 of a character given by so many hexadecimal digits.
  private mutating func scalar(digits count: Int) throws(TomlError) -> [UInt8] {
    var value: UInt32 = 0
    for _ in 0..<count {
      guard let byte = current, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw error("expected \(count) hexadecimal digits")
      }
      value = value << 4 | UInt32(digit)
      advance()
    }
    guard let scalar = Unicode.Scalar(value) else { throw error("expected the number of a Unicode character") }
    return Array(String(Character(scalar)).utf8)
  }
}
