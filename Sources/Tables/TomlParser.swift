import Characters
import RosterModel

/// Reads TOML 1.0: total, and no deeper than a bound.
struct TomlParser {
  /// The deepest nesting of arrays, inline tables and dotted keys that is read.
  static let deepest = 32

  private let bytes: [UInt8]
  private var index = 0
  private var line = 1
  private var lineStart = 0

  /// A parser before the first byte of a document, which is UTF-8.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: CSVForm.byteOrderMark) { index = CSVForm.byteOrderMark.count }
    lineStart = index
  }

  /// The whole document.
  mutating func parse() throws(TomlError) -> TomlTable {
    let root = TomlTable(origin: .header, place: TomlPlace(line: 1, column: 1))
    var table = root
    while skipBlankLines() {
      if isAt("[") {
        table = try header(root)
      } else {
        try keyAndValue(into: table, depth: 0)
      }
      try endLine()
    }
    return root
  }

  // MARK: Bytes

  var current: UInt8? { index < bytes.count ? bytes[index] : nil }

  var isAtEnd: Bool { index >= bytes.count }

  func isAt(_ text: StaticString) -> Bool {
    bytes[index...].prefix(text.utf8CodeUnitCount).elementsEqual(
      UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func take(_ text: StaticString) -> Bool {
    guard isAt(text) else { return false }
    for _ in 0..<text.utf8CodeUnitCount { advance() }
    return true
  }

  mutating func advance() {
    if current == UInt8(ascii: "\n") {
      line += 1
      lineStart = index + 1
    }
    index += 1
  }

  /// The place of the current byte, before which nothing but spaces stands on its line.
  private var place: TomlPlace { TomlPlace(line: line, column: index - lineStart + 1) }

  /// An error at the current byte.
  func error(_ message: String) -> TomlError {
    let column = bytes[min(lineStart, bytes.count)..<min(index, bytes.count)].count { $0 & 0xC0 != 0x80 } + 1
    return TomlError(line: line, column: column, message: message)
  }

  mutating func skipSpaces() {
    while current == UInt8(ascii: " ") || current == UInt8(ascii: "\t") { index += 1 }
  }

  /// Goes past spaces, line ends and comments; false at the end of the document.
  mutating func skipBlankLines() -> Bool {
    while let byte = current {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"): advance()
      case UInt8(ascii: "#"): skipComment()
      default: return true
      }
    }
    return false
  }

  private mutating func skipComment() {
    while let byte = current, byte != UInt8(ascii: "\n") { index += 1 }
  }

  private mutating func endLine() throws(TomlError) {
    skipSpaces()
    if current == UInt8(ascii: "#") { skipComment() }
    _ = take("\r")
    guard isAtEnd || take("\n") else { throw error("expected the end of the line") }
  }

  // MARK: Headers and keys

  private mutating func header(_ root: TomlTable) throws(TomlError) -> TomlTable {
    let start = place
    _ = take("[")
    let isArray = take("[")
    let path = try key()
    guard take("]"), !isArray || take("]") else { throw error(isArray ? "expected ]]" : "expected ]") }
    var table = root
    for part in path.dropLast() {
      guard let next = table.passing(part, at: start) else { throw error(twice(part)) }
      table = next
    }
    let name = path.last ?? ""
    guard let last = isArray ? table.appended(name, at: start) : table.headed(name, at: start) else {
      throw error(twice(name))
    }
    return last
  }

  /// Reads a key, an equals sign and a value into a table.
  mutating func keyAndValue(into table: TomlTable, depth: Int) throws(TomlError) {
    let start = place
    let path = try key()
    guard take("=") else { throw error("expected = after a key") }
    skipSpaces()
    var table = table
    for part in path.dropLast() {
      guard let next = table.dotted(part, at: start) else { throw error(twice(part)) }
      table = next
    }
    let name = path.last ?? ""
    guard table.entries[name] == nil else { throw error(twice(name)) }
    let first = index
    let value = try value(depth: depth)
    table.entries[name] = TomlTable.Entry(content: .value(value), place: start, bytes: first..<index)
  }

  /// A dotted key; spaces around its parts are passed over.
  private mutating func key() throws(TomlError) -> [String] {
    var parts: [String] = []
    repeat {
      guard parts.count < Self.deepest else { throw error("expected at most \(Self.deepest) parts of a key") }
      skipSpaces()
      parts.append(try keyPart())
      skipSpaces()
    } while take(".")
    return parts
  }

  private mutating func keyPart() throws(TomlError) -> String {
    if isAt("\"\"\"") || isAt("'''") { throw error("expected a key of one line") }
    if current == UInt8(ascii: "\"") || current == UInt8(ascii: "'") { return try string() }
    let part = word { Identifier.isAllowedInKey($0) }
    guard !part.isEmpty else { throw error("expected a key") }
    return part
  }

  /// The longest run of bytes of a kind.
  mutating func word(where isIncluded: (UInt8) -> Bool) -> String {
    let start = index
    while let byte = current, isIncluded(byte) { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private func twice(_ key: String) -> String { "\(Evidence.quoted(key)) is defined already; remove one of the two" }
}

/// A table of a TOML document while it is read; later lines may add to it.
final class TomlTable {
  /// How a table came about, which decides what may add to it.
  enum Origin {
    /// By a header below it; its own header may still come.
    case implied
    /// By its own header.
    case header
    /// By a dotted key; more dotted keys may add to it.
    case dotted
  }

  /// What a key holds.
  enum Content {
    case value(TomlValue)
    case table(TomlTable)
    case tables(TomlTableList)
  }

  /// A key's content and place.
  struct Entry {
    var content: Content
    var place: TomlPlace
    /// The bytes of a value in the document.
    var bytes: Range<Int>?
  }

  /// The keys.
  var entries: [String: Entry] = [:]
  /// How it came about.
  var origin: Origin
  /// Where it begins.
  let place: TomlPlace

  /// An empty table.
  init(origin: Origin, place: TomlPlace) {
    self.origin = origin
    self.place = place
  }

  /// The table that a header means by a key on its way, made where it is new; `nil` where the key holds a value.
  func passing(_ key: String, at place: TomlPlace) -> TomlTable? {
    switch entries[key]?.content {
    case .table(let table): return table
    case .tables(let list): return list.tables.last
    case .value: return nil
    case nil: return add(TomlTable(origin: .implied, place: place), key)
    }
  }

  /// The table of a header; `nil` where the key holds something already.
  func headed(_ key: String, at place: TomlPlace) -> TomlTable? {
    switch entries[key]?.content {
    case .table(let table) where table.origin == .implied:
      table.origin = .header
      entries[key]?.place = place
      return table
    case nil: return add(TomlTable(origin: .header, place: place), key)
    default: return nil
    }
  }

  /// The next table of an array of tables; `nil` where the key holds something else.
  func appended(_ key: String, at place: TomlPlace) -> TomlTable? {
    let table = TomlTable(origin: .header, place: place)
    switch entries[key]?.content {
    case .tables(let list): list.tables.append(table)
    case nil: entries[key] = Entry(content: .tables(TomlTableList(table)), place: place)
    default: return nil
    }
    return table
  }

  /// The table that a dotted key means by a key on its way; `nil` where it may not be added to so.
  func dotted(_ key: String, at place: TomlPlace) -> TomlTable? {
    switch entries[key]?.content {
    case .table(let table) where table.origin == .dotted: return table
    case nil: return add(TomlTable(origin: .dotted, place: place), key)
    default: return nil
    }
  }

  private func add(_ table: TomlTable, _ key: String) -> TomlTable {
    entries[key] = Entry(content: .table(table), place: table.place)
    return table
  }

  /// What it holds, as a value; for inline tables, which no line can add to.
  var value: TomlValue {
    .table(
      entries.mapValues { entry in
        switch entry.content {
        case .value(let value): value
        case .table(let table): table.value
        case .tables(let list): .array(list.tables.map(\.value))
        }
      })
  }
}

/// The tables of an array of tables while it is read; later headers add to it.
final class TomlTableList {
  /// The tables in the order of their headers; never empty.
  var tables: [TomlTable]

  /// A list of one table.
  init(_ first: TomlTable) { tables = [first] }
}
