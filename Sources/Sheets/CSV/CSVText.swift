/// Rows of cells written as CSV: the bytes of a file.
///
///     var text = CSVText(.rfc4180)
///     text.append(row: ["beat", "note"])
///     text.append(row: ["y1-b01", "at \"Bodomzor\", by car"])
public struct CSVText: Sendable {
  /// How it is written.
  public let dialect: CSVDialect
  /// What has been written so far, UTF-8.
  public private(set) var bytes: [UInt8]

  /// A file of this dialect without a row.
  public init(_ dialect: CSVDialect) {
    self.dialect = dialect
    self.bytes = dialect.prefix
  }

  /// Writes a row of one or more cells.
  ///
  /// A cell is quoted only where RFC 4180 asks for it: it holds the delimiter, a quote, CR or LF. O(bytes).
  public mutating func append(row cells: some Sequence<String>) {
    var isFirst = true
    for cell in cells {
      if !isFirst { bytes.append(dialect.delimiter) }
      isFirst = false
      append(cell: dialect.guarded(cell))
    }
    bytes.append(contentsOf: dialect.lineEnd)
  }

  private mutating func append(cell: String) {
    let quote = UInt8(ascii: "\"")
    guard cell.utf8.contains(where: mustBeQuoted) else {
      bytes.append(contentsOf: cell.utf8)
      return
    }
    bytes.append(quote)
    for byte in cell.utf8 {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }

  private func mustBeQuoted(_ byte: UInt8) -> Bool {
    byte == dialect.delimiter || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\n")
  }
}
