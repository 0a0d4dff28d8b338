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
