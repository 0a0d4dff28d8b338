/// Rows of cells written as CSV: the bytes of a file.
///
///     var text = CSVText(.rfc4180)
///     text.append(row: ["beat", "note"])
///     text.append(row: ["y1-b01", "at \"Bodomzor\", by car"])
public struct CSVText: Sendable {
  /// How it is written.
  public let form: CSVForm
  /// What has been written so far, UTF-8.
  public private(set) var bytes: [UInt8]
  private let lineEnd: [UInt8]

  /// A file of this dialect without a row.
  public init(_ dialect: CSVDialect) { self.init(form: dialect.form) }

  /// A file of this form without a row.
  ///
  /// - Parameter capacity: how many bytes it may come to.
  public init(form: CSVForm, reserving capacity: Int = 0) {
    self.form = form
    lineEnd = form.lineEnd
    bytes = []
    bytes.reserveCapacity(capacity)
    bytes += form.prefix
  }

  /// The dialect that it is written in; only one of them guards.
  public var dialect: CSVDialect { form.guardsFormulas ? .excel : .rfc4180 }

  /// Writes a row of one or more cells.
  ///
  /// A cell is quoted only where RFC 4180 asks for it: it holds the delimiter, a quote, CR or LF. O(bytes).
  public mutating func append(row cells: some Sequence<String>) {
    var isFirst = true
    for cell in cells {
      if !isFirst { bytes.append(form.delimiter) }
      isFirst = false
      append(cell: form.guarded(cell))
    }
    bytes.append(contentsOf: lineEnd)
  }

  /// Adds rows as they are.
  public mutating func append(verbatim rows: [UInt8]) { bytes += rows }

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
    byte == form.delimiter || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\n")
  }
}
