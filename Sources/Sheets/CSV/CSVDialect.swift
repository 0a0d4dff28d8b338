/// How a table is written as CSV.
public enum CSVDialect: String, CaseIterable, Sendable {
  /// RFC 4180 with LF line ends: comma, no byte order mark, cells as they are.
  case rfc4180
  /// What a spreadsheet opens by a double click where the decimal sign is a comma: semicolon, byte order mark, CRLF,
  /// and cells guarded so that none of them is run as a formula.
  case excel

  /// The byte between two cells.
  public var delimiter: UInt8 {
    switch self {
    case .rfc4180: UInt8(ascii: ",")
    case .excel: UInt8(ascii: ";")
    }
  }

  /// The bytes after each row.
  public var lineEnd: [UInt8] {
    switch self {
    case .rfc4180: [UInt8(ascii: "\n")]
    case .excel: [UInt8(ascii: "\r"), UInt8(ascii: "\n")]
    }
  }

  /// The bytes that a file starts with: a UTF-8 byte order mark, or none.
  public var prefix: [UInt8] {
    switch self {
    case .rfc4180: []
    case .excel: [0xEF, 0xBB, 0xBF]
    }
  }

  /// Whether cells are guarded against being run as formulas.
  public var guardsFormulas: Bool { self == .excel }
}

extension CSVDialect {
  /// The dialect of a file by its delimiter: `excel` where its first line has a semicolon.
  static func detected(in bytes: [UInt8]) -> CSVDialect {
    CSVReader(bytes).delimiter == CSVDialect.excel.delimiter ? .excel : .rfc4180
  }
}
