/// The values that rows have in columns that the format does not know.
struct ExtraColumns: Hashable, Sendable {
  /// The names of the columns, in the order of the file.
  var names: [String] = []
  /// Those of them, by position, that are written again where columns are put in order.
  private(set) var written: [Int] = []
  /// For the key of a row the values of each row with that key, in the order of the file.
  private var values: [String: [[String]]] = [:]

  /// No extra columns.
  init() {}

  /// Extra columns of these names and no values yet, of which some have no name and will have no value.
  init(names: [String], empty: Set<Int> = []) {
    self.names = names
    written = names.indices.filter { !empty.contains($0) }
  }

  /// Adds the values of rows by the lines they were read from.
  mutating func add(_ values: [Int32: [String]], to rows: TableRows) {
    let indices = rows.indicesByLine()
    var fields: [String] = []
    for (line, row) in values.sorted(by: { $0.key < $1.key }) {
      guard let index = indices[line] else { continue }
      rows.write(index, to: &fields)
      self.values[rows.key(fields), default: []].append(row)
    }
  }

  /// Takes the values of the next row with the key; empty ones where there is none.
  mutating func take(_ key: String) -> [String] {
    guard var rows = values[key], !rows.isEmpty else { return [String](repeating: "", count: names.count) }
    let row = rows.removeFirst()
    values[key] = rows
    return row
  }
}
