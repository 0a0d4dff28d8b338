/// How a CSV file is written, byte for byte.
public struct CSVForm: Hashable, Sendable {
  /// The byte between two cells.
  public var delimiter: UInt8
  /// Whether it begins with a byte order mark.
  public var hasByteOrderMark: Bool
  /// Whether lines end in CR LF, and not in LF.
  public var hasCarriageReturns: Bool
  /// Whether cells are guarded against being run as formulas.
  public var guardsFormulas: Bool

  /// A form by its parts.
  public init(
    delimiter: UInt8, hasByteOrderMark: Bool = false, hasCarriageReturns: Bool = false, guardsFormulas: Bool = false
  ) {
    self.delimiter = delimiter
    self.hasByteOrderMark = hasByteOrderMark
    self.hasCarriageReturns = hasCarriageReturns
    self.guardsFormulas = guardsFormulas
  }

  /// The bytes after each row.
  public var lineEnd: [UInt8] { hasCarriageReturns ? Array("\r\n".utf8) : Array("\n".utf8) }

  /// The bytes that a file starts with: a UTF-8 byte order mark, or none.
  public var prefix: [UInt8] { hasByteOrderMark ? Self.byteOrderMark : [] }

  /// The byte order mark of UTF-8.
  public static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
}

/// How a table that leaves the roster is written as CSV.
public enum CSVDialect: String, CaseIterable, Sendable {
  /// RFC 4180 with LF line ends: comma, no byte order mark, cells as they are.
  case rfc4180
  /// What a spreadsheet opens by a double click where the decimal sign is a comma: semicolon, byte order mark, CRLF,
  /// and cells guarded so that none of them is run as a formula.
  case excel

  /// It byte for byte.
  public var form: CSVForm {
    switch self {
    case .rfc4180: CSVForm(delimiter: UInt8(ascii: ","))
    case .excel:
      CSVForm(delimiter: UInt8(ascii: ";"), hasByteOrderMark: true, hasCarriageReturns: true, guardsFormulas: true)
    }
  }

  /// A cell's text as this dialect stores it.
  public func guarded(_ text: String) -> String { form.guarded(text) }

  /// The text of a stored cell.
  public func unguarded(_ cell: String) -> String { form.unguarded(cell) }

  /// The dialect of a file by its delimiter: `excel` where its first line has a semicolon.
  public static func detected(in bytes: [UInt8]) -> CSVDialect { CSVReader(bytes).dialect }
}

extension CSVForm {
  /// A cell's text as it is stored.
  ///
  /// A spreadsheet runs a cell that starts with `=`, `+`, `-` or `@` as a formula, some of them after a TAB or CR too. In
  /// a form that guards, an apostrophe is put before those, and before an apostrophe, so that `unguarded` is exact:
  /// `unguarded(guarded(text)) == text` for every text.
  ///
  /// Source: OWASP, CSV Injection.
  public func guarded(_ text: String) -> String {
    guard guardsFormulas, let first = text.utf8.first, Self.needsGuard(first) else { return text }
    return "'" + text
  }

  /// The text of a stored cell: exactly one leading apostrophe is taken off in a form that guards.
  public func unguarded(_ cell: String) -> String {
    guard guardsFormulas, cell.utf8.first == UInt8(ascii: "'") else { return cell }
    return String(cell.unicodeScalars.dropFirst())
  }

  private static func needsGuard(_ first: UInt8) -> Bool {
    switch first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), UInt8(ascii: "\t"),
      UInt8(ascii: "\r"), UInt8(ascii: "'"):
      true
    default: false
    }
  }
}

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
