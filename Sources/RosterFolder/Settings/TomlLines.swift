/// The line of every key of a TOML document, which the parser does not tell.
///
/// It looks for headers, keys and the ends of values, and takes the rest for granted: it is right up to the first error
/// in the document, which is where the parser stops.
struct TomlLines {
  /// Lines by path; an entry of an array of tables has its number, from 0, in the path.
  private(set) var lines: [[String]: Int] = [:]
  /// The line of the first header that does not begin with a key. The parser must not be given such a document: it aborts
  /// the process instead of reporting an error.
  private(set) var headerWithoutKey: Int?

  private let text: [UInt8]
  private var index = 0
  private var line = 1
  private var table: [String] = []
  private var counts: [[String]: Int] = [:]

  /// The lines of the keys of a document.
  init(_ text: [UInt8]) {
    self.text = text
    while let byte = skipBlank() {
      if byte == UInt8(ascii: "[") {
        readHeader()
      } else {
        let path = table + readKey(until: UInt8(ascii: "="))
        lines[path] = lines[path] ?? line
        skipValue()
      }
    }
  }

  /// The line of a path, or of the nearest path around it that has one.
  subscript(path: [String]) -> Int? {
    var path = path
    while !path.isEmpty {
      if let line = lines[path] { return line }
      path.removeLast()
    }
    return nil
  }

  private var current: UInt8? { index < text.count ? text[index] : nil }

  private mutating func advance() {
    if current == UInt8(ascii: "\n") { line += 1 }
    index += 1
  }

  private mutating func skipComment() {
    while let byte = current, byte != UInt8(ascii: "\n") { index += 1 }
  }

  private mutating func skipBlank() -> UInt8? {
    while let byte = current {
      if byte == UInt8(ascii: "#") {
        skipComment()
      } else if byte <= 0x20 || byte >= 0x80 {
        advance()
      } else {
        return byte
      }
    }
    return nil
  }

  private mutating func readHeader() {
    let start = line
    index += 1
    let isArray = current == UInt8(ascii: "[")
    if isArray { index += 1 }
    while current == UInt8(ascii: " ") || current == UInt8(ascii: "\t") { index += 1 }
    if current.map(Self.beginsKey) != true { headerWithoutKey = headerWithoutKey ?? start }
    var path: [String] = []
    for part in readKey(until: UInt8(ascii: "]")) {
      // A header below an array of tables means its last entry.
      if !path.isEmpty, let count = counts[path] { path.append("\(count - 1)") }
      path.append(part)
    }
    if isArray {
      if current == UInt8(ascii: "]") { index += 1 }
      let number = counts[path, default: 0]
      counts[path] = number + 1
      path.append("\(number)")
    } else if let count = counts[path] {
      path.append("\(count - 1)")
    }
    lines[path] = lines[path] ?? start
    table = path
  }

  private static func beginsKey(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "\""),
      UInt8(ascii: "'"):
      true
    default: false
    }
  }

  /// Reads a dotted key up to and with the byte that ends it.
  private mutating func readKey(until end: UInt8) -> [String] {
    var parts: [String] = []
    var part: [UInt8] = []
    while let byte = current, byte != end, byte != UInt8(ascii: "\n") {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): part = readString(byte)
      case UInt8(ascii: "."):
        parts.append(String(decoding: part, as: UTF8.self))
        part = []
        index += 1
      case UInt8(ascii: " "), UInt8(ascii: "\t"): index += 1
      default:
        part.append(byte)
        index += 1
      }
    }
    if current == end { index += 1 }
    return parts + [String(decoding: part, as: UTF8.self)]
  }

  /// Goes past a value: over brackets that nest and strings of all four kinds, to the end of its line.
  private mutating func skipValue() {
    var depth = 0
    while let byte = current {
      switch byte {
      case UInt8(ascii: "#"): skipComment()
      case UInt8(ascii: "\""), UInt8(ascii: "'"): _ = readString(byte)
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        depth += 1
        index += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        depth -= 1
        index += 1
      case UInt8(ascii: "\n") where depth <= 0: return
      default: advance()
      }
    }
  }

  /// Goes past a string and returns what stands in it, escapes as they are.
  private mutating func readString(_ quote: UInt8) -> [UInt8] {
    let isLong = index + 2 < text.count && text[index + 1] == quote && text[index + 2] == quote
    let length = isLong ? 3 : 1
    index += length
    let start = index
    while let byte = current {
      if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        advance()
        advance()
      } else if text[index...].prefix(length).elementsEqual(repeatElement(quote, count: length)) {
        break
      } else {
        advance()
      }
    }
    let content = Array(text[start..<min(index, text.count)])
    index += length
    return content
  }
}
