/// Puts rows of CSV together as bytes.
struct CSVWriter {
  /// The bytes so far.
  private(set) var bytes: [UInt8]

  private let delimiter: UInt8
  private let lineEnd: [UInt8]
  private static let quote = UInt8(ascii: "\"")

  /// A writer in the form of a table, its byte order mark written.
  init(form: TableForm, reserving capacity: Int) {
    bytes = []
    bytes.reserveCapacity(capacity)
    if form.hasByteOrderMark { bytes += TableForm.byteOrderMark }
    delimiter = form.delimiter
    lineEnd = form.hasCarriageReturns ? Array("\r\n".utf8) : Array("\n".utf8)
  }

  /// Adds a row.
  mutating func add(_ fields: some Sequence<String>) {
    var isFirst = true
    for field in fields {
      if !isFirst { bytes.append(delimiter) }
      isFirst = false
      add(field)
    }
    bytes += lineEnd
  }

  /// Adds bytes as they are.
  mutating func add(verbatim rows: [UInt8]) { bytes += rows }

  private mutating func add(_ field: String) {
    guard field.utf8.contains(where: needsQuotes) else {
      bytes.append(contentsOf: field.utf8)
      return
    }
    bytes.append(Self.quote)
    for byte in field.utf8 {
      if byte == Self.quote { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(Self.quote)
  }

  private func needsQuotes(_ byte: UInt8) -> Bool {
    byte == delimiter || byte == Self.quote || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }
}
