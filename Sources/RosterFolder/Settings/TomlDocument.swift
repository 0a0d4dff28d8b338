/// A TOML document: its values, and the line of every key.
struct TomlDocument {
  /// What the document holds.
  private(set) var entries: [String: TomlValue] = [:]
  private var lines: [[String]: Int] = [:]

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

  /// The line of a path, entries of an array of tables by their number from 0, or of the nearest path around it that has
  /// one.
  func line(of path: [String]) -> Int? {
    var path = path
    while !path.isEmpty {
      if let line = lines[path] { return line }
      path.removeLast()
    }
    return nil
  }

  private mutating func collect(_ table: TomlTable, path: [String]) -> [String: TomlValue] {
    table.entries.reduce(into: [:]) { values, entry in
      let inner = path + [entry.key]
      lines[inner] = entry.value.line
      switch entry.value.content {
      case .value(let value): values[entry.key] = value
      case .table(let table): values[entry.key] = .table(collect(table, path: inner))
      case .tables(let list):
        values[entry.key] = .array(
          list.tables.enumerated().map { number, table in
            lines[inner + ["\(number)"]] = table.line
            return .table(collect(table, path: inner + ["\(number)"]))
          })
      }
    }
  }
}
