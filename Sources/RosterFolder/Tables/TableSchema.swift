/// What the format says of a table's columns.
struct TableSchema {
  /// Their names in the order in which they are written.
  let columns: [String]
  /// Which a table may lack, by position.
  let isOptional: [Bool]
  /// The positions of those that tell rows apart.
  let key: [Int]

  /// The schema of these columns.
  init<Column: TableColumn>(_: Column.Type) {
    columns = Column.names
    let optional = Column.optional.map(\.rawValue)
    isOptional = Column.allCases.map { optional.contains($0.rawValue) }
    key = Column.key.map(\.rawValue)
  }
}
