import Characters
import RosterModel

extension TomlParser {
  /// A value of any type.
  mutating func value(depth: Int) throws(TomlError) -> TomlValue {
    guard depth <= Self.deepest else { throw error("expected a nesting of at most \(Self.deepest)") }
    switch current {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return .text(try string())
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "{"): return try inlineTable(depth: depth)
    default: return try scalar()
    }
  }

  private mutating func array(depth: Int) throws(TomlError) -> TomlValue {
    _ = take("[")
    var values: [TomlValue] = []
    while skipBlankLines() {
      if take("]") { return .array(values) }
      values.append(try value(depth: depth + 1))
      guard skipBlankLines(), take(",") || isAt("]") else { break }
    }
    throw error("expected , or ] of a list")
  }

  private mutating func inlineTable(depth: Int) throws(TomlError) -> TomlValue {
    _ = take("{")
    let table = TomlTable(origin: .header, place: TomlPlace(line: 0, column: 0))
    skipSpaces()
    if take("}") { return table.value }
    repeat {
      try keyAndValue(into: table, depth: depth + 1)
      skipSpaces()
    } while take(",")
    guard take("}") else { throw error("expected , or } of a table in one line") }
    return table.value
  }

  /// A number, date, time, true or false.
  private mutating func scalar() throws(TomlError) -> TomlValue {
    let start = self
    var text = word(where: Self.isInScalar)
    // A date and a time may have a space between them.
    if Day(iso: text) != nil, current == UInt8(ascii: " ") {
      let end = self
      _ = take(" ")
      let time = word(where: Self.isInScalar)
      if time.utf8.dropFirst(2).first == UInt8(ascii: ":") { text += "T" + time } else { self = end }
    }
    guard let value = Self.scalar(text) else {
      throw start.error(
        text.isEmpty
          ? "expected a value" : "expected a value, not \(Evidence.described(text)); a text stands in quotes")
    }
    return value
  }

  private static func isInScalar(_ byte: UInt8) -> Bool {
    Identifier.isAllowedInKey(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: ":")
  }

  private static func scalar(_ text: String) -> TomlValue? {
    switch text {
    case "true": return .flag(true)
    case "false": return .flag(false)
    case "inf", "+inf": return .number(.infinity)
    case "-inf": return .number(-.infinity)
    case "nan", "+nan", "-nan": return .number(.nan)
    default: break
    }
    let bytes = Array(text.utf8)
    if bytes.count >= 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") {
      guard let day = Day(iso: text.prefix(10)) else { return nil }
      if bytes.count == 10 { return .date(day) }
      return bytes[10] | 0x20 == UInt8(ascii: "t") && isTime(bytes[11...]) ? .time : nil
    }
    if isTime(bytes[...]) { return .time }
    return number(text)
  }

  /// Whether it is `HH:MM:SS` with what may follow: a fraction and an offset.
  private static func isTime(_ bytes: ArraySlice<UInt8>) -> Bool {
    let shape = bytes.prefix(8).map { isDigit($0) ? UInt8(ascii: "0") : $0 }
    guard shape.elementsEqual("00:00:00".utf8) else { return false }
    return bytes.dropFirst(8).allSatisfy { isDigit($0) || "+-.:zZ".utf8.contains($0) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") <= 9 }

  /// A whole number or a fraction; a whole one beyond 64 bits is read as a fraction.
  private static func number(_ text: String) -> TomlValue? {
    for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] where text.hasPrefix(prefix) {
      let digits = text.dropFirst(2)
      guard isGrouped(digits), digits.first != "-", digits.first != "+" else { return nil }
      return Int(digits.filter { $0 != "_" }, radix: radix).map { .integer($0) }
    }
    let unsigned = text.hasPrefix("+") || text.hasPrefix("-") ? text.dropFirst() : text[...]
    let whole = unsigned.prefix { $0 != "." && $0 != "e" && $0 != "E" }
    let fraction = unsigned.dropFirst(whole.count).prefix { $0 != "e" && $0 != "E" }
    let exponent = unsigned.dropFirst(whole.count + fraction.count).dropFirst()
    let digits = exponent.hasPrefix("+") || exponent.hasPrefix("-") ? exponent.dropFirst() : exponent
    let hasExponent = unsigned.count > whole.count + fraction.count
    guard isDecimal(whole), whole.count == 1 || !whole.hasPrefix("0"),
      fraction.isEmpty || isDecimal(fraction.dropFirst()), !hasExponent || isDecimal(digits)
    else { return nil }
    let plain = text.filter { $0 != "_" }
    if fraction.isEmpty, !hasExponent, let integer = Int(plain) { return .integer(integer) }
    return Double(plain).map { .number($0) }
  }

  private static func isDecimal(_ text: Substring) -> Bool {
    isGrouped(text) && text.utf8.allSatisfy { isDigit($0) || $0 == UInt8(ascii: "_") }
  }

  /// Whether there are digits, and underscores only between them.
  private static func isGrouped(_ text: Substring) -> Bool {
    !text.isEmpty && !text.hasPrefix("_") && !text.hasSuffix("_") && !text.contains("__")
  }
}

extension Identifier {
  /// Whether a byte may stand in a TOML key without quotes: what may stand in an id, but for the dot.
  static func isAllowedInKey(_ byte: UInt8) -> Bool { isAllowed(byte) && byte != UInt8(ascii: ".") }
}

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
