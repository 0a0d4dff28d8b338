import Characters
import RosterModel

/// A TOML document: its values, and the place of every key.
public struct TomlDocument {
  /// What the document holds.
  public private(set) var entries: [String: TomlValue] = [:]
  private var places: [[String]: TomlPlace] = [:]

  /// An empty document.
  public init() {}

  /// The document that these bytes, which are UTF-8, hold.
  ///
  /// O(bytes).
  public init(_ bytes: [UInt8]) throws(TomlError) {
    var parser = TomlParser(bytes)
    let root = try parser.parse()
    entries = collect(root, path: [])
  }

  /// The place of a path, entries of an array of tables by their number from 0, or of the nearest path around it that
  /// has one; keys inside an inline table have none.
  public func place(of path: [String]) -> TomlPlace? {
    var path = path
    while !path.isEmpty {
      if let place = places[path] { return place }
      path.removeLast()
    }
    return nil
  }

  /// The column of the key that begins each line; no two begin one.
  public var columnOfLine: [Int: Int] {
    Dictionary(places.values.map { ($0.line, $0.column) }, uniquingKeysWith: { first, _ in first })
  }

  private mutating func collect(_ table: TomlTable, path: [String]) -> [String: TomlValue] {
    table.entries.reduce(into: [:]) { values, entry in
      let inner = path + [entry.key]
      places[inner] = entry.value.place
      switch entry.value.content {
      case .value(let value): values[entry.key] = value
      case .table(let table): values[entry.key] = .table(collect(table, path: inner))
      case .tables(let list):
        values[entry.key] = .array(
          list.tables.enumerated().map { number, table in
            places[inner + ["\(number)"]] = table.place
            return .table(collect(table, path: inner + ["\(number)"]))
          })
      }
    }
  }
}

extension TomlDocument {
  /// The place of a key as findings name it: an entry of an array of tables by its `id`, or where it has none by its
  /// number; the nearest around it where the key is not there.
  ///
  /// O(entries of the arrays on the way).
  public func place(ofField path: [String]) -> TomlPlace? { place(of: numbered(path)) }

  /// The path with entries of arrays of tables by their numbers.
  private func numbered(_ path: [String]) -> [String] {
    var value = TomlValue.table(entries)
    return path.map { part in
      switch value {
      case .table(let entries):
        guard let inner = entries[part] else { break }
        value = inner
      case .array(let values):
        let number = values.firstIndex { $0.id == part } ?? Int(part) ?? values.count
        guard number < values.count, number >= 0 else { break }
        value = values[number]
        return "\(number)"
      default: break
      }
      return part
    }
  }
}

extension TomlValue {
  /// What a table calls itself.
  fileprivate var id: String? {
    guard case .table(let entries) = self, case .text(let id) = entries["id"] else { return nil }
    return id
  }
}

/// A value of any type.
public enum TomlValue {
  /// A table by its keys.
  case table([String: TomlValue])
  /// A list.
  case array([TomlValue])
  /// A text.
  case text(String)
  /// A whole number.
  case integer(Int)
  /// A fraction.
  case number(Double)
  /// True or false.
  case flag(Bool)
  /// A date.
  case date(Day)
  /// A time, or a date with a time.
  case time
}

extension TomlValue {
  /// The value as a message shows it.
  public var shown: String {
    switch self {
    case .table: "a table"
    case .array: "a list"
    case .text(let text): Evidence.described(text)
    case .integer(let value): "\(value)"
    case .number(let value): "\(value)"
    case .flag(let value): "\(value)"
    case .date(let day): "\(day)"
    case .time: "a time"
    }
  }
}

/// Where a key stands.
public struct TomlPlace: Hashable, Sendable {
  /// The line, counted from 1.
  public var line: Int
  /// The character of the line, counted from 1.
  public var column: Int

  /// A place.
  public init(line: Int, column: Int) { (self.line, self.column) = (line, column) }
}

/// Why a document is not TOML.
public struct TomlError: Error {
  /// The line, counted from 1.
  public var line: Int
  /// The character of the line, counted from 1.
  public var column: Int
  /// What is wrong there.
  public var message: String
}
