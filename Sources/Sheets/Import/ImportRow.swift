import RosterModel

/// A row of a file that is read back, its cells by the names of their columns.
struct ImportRow {
  private let texts: [String: String]
  private let columns: [String: Int]
  /// The line it begins in, counted from 1.
  let line: Int

  init(texts: [String: String], columns: [String: Int], line: Int) {
    self.texts = texts
    self.columns = columns
    self.line = line
  }

  /// What stands in a column; empty where the row is too short for it.
  subscript(column: String) -> String { texts[column] ?? "" }

  /// The character of the line at which a column's cell begins; `nil` where the row is too short for it.
  func position(of column: String) -> Int? { columns[column] }

  /// Whether nothing stands in any column that is read.
  var isEmpty: Bool { texts.values.allSatisfy(\.isEmpty) }
}
