/// A TOML document: its values, and the place of every key.
struct TomlDocument {
  /// What the document holds.
  private(set) var entries: [String: TomlValue] = [:]
  private var places: [[String]: TomlPlace] = [:]

  /// An empty document.
  init() {}

  /// The document that these bytes, which are UTF-8, hold.
  ///
  /// O(bytes).
  init(_ bytes: [UInt8]) throws(TomlError) {
    var parser = TomlParser(bytes)
    let root = try parser.parse()
    entries = collect(root, path: [])
  }

  /// The place of a path, entries of an array of tables by their number from 0, or of the nearest path around it that
  /// has one; keys inside an inline table have none.
  func place(of path: [String]) -> TomlPlace? {
    var path = path
    while !path.isEmpty {
      if let place = places[path] { return place }
      path.removeLast()
    }
    return nil
  }

  /// The column of the key that begins each line; no two begin one.
  var columnOfLine: [Int: Int] {
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
