/// Reads CSV of any origin row by row, each cell with the place where it stands: RFC 4180, comma or semicolon, lines ended by
/// LF or CRLF, or by CR where the first line is.
///
///     var reader = CSVReader(bytes)
///     while case .row(let cells) = reader.next() { ... }
///
/// It is a `RowCursor` that finds out how a file is written and keeps its bytes; where rows are many, take that.
public struct CSVReader {
  /// A cell of a row.
  public struct Cell {
    /// Its bytes, quotes taken off.
    public var bytes: ArraySlice<UInt8>
    /// The line it begins in, counted from 1.
    public var line: Int
    /// Where it begins in the file.
    fileprivate var offset: Int
    /// Where its line begins in the file.
    fileprivate var lineStart: Int
  }

  /// What a step found.
  public enum Step {
    /// The cells of a row.
    case row([Cell])
    /// What is wrong with the row that begins in this line.
    case malformed(line: Int, CSVProblem)
    /// The end of the file.
    case end
  }

  /// What separates cells: a semicolon where the first line has one, else a comma.
  public let delimiter: UInt8
  /// Whether the file ends with a line end.
  public let hasLineEnd: Bool
  /// Whether a CR by itself ends a line, as some spreadsheets for the Macintosh write it.
  public let isEndedByReturns: Bool

  private let bytes: [UInt8]
  private var position: Int
  private var line = 1

  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")
  /// How many cells most rows have at most.
  private static let usualCells = 64

  /// A reader before the first row; a byte order mark is passed over.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = bytes.starts(with: CSVForm.byteOrderMark) ? CSVForm.byteOrderMark.count : 0
    let semicolon = UInt8(ascii: ";")
    let first = bytes[position...].prefix { $0 != Self.lineFeed && $0 != Self.carriageReturn }
    delimiter = first.contains(semicolon) ? semicolon : UInt8(ascii: ",")
    isEndedByReturns =
      bytes[first.endIndex...].first == Self.carriageReturn
      && bytes[first.endIndex...].dropFirst().first != Self.lineFeed
    hasLineEnd = bytes.last == Self.lineFeed || bytes.last == Self.carriageReturn
  }

  /// The dialect by the delimiter.
  public var dialect: CSVDialect { delimiter == CSVDialect.excel.form.delimiter ? .excel : .rfc4180 }

  /// The character of its line at which a cell begins, counted from 1.
  public func column(of cell: Cell) -> Int {
    bytes[cell.lineStart..<cell.offset].count { $0 & 0xC0 != 0x80 } + 1
  }

  /// Goes to the next row; empty lines are passed over.
  ///
  /// O(bytes of the row).
  public mutating func next() -> Step {
    bytes.withUnsafeBufferPointer { buffer in
      var cursor = cursor(buffer, cells: Self.usualCells)
      var step = cursor.next()
      if case .row = step, cursor.fieldCount > Self.usualCells {
        cursor = self.cursor(buffer, cells: cursor.fieldCount)
        step = cursor.next()
      }
      (position, line) = (cursor.position, cursor.nextRowLine)
      return switch step {
      case .row: .row(cells(of: cursor, in: buffer))
      case .malformed(let problem): .malformed(line: cursor.line, problem)
      case .end: .end
      }
    }
  }

  private func cursor(_ buffer: UnsafeBufferPointer<UInt8>, cells: Int) -> RowCursor {
    RowCursor(
      buffer, from: position, line: line, delimiter: delimiter, returns: isEndedByReturns ? .always : .atEnd,
      keptFields: cells)
  }

  private func cells(of cursor: borrowing RowCursor, in buffer: UnsafeBufferPointer<UInt8>) -> [Cell] {
    var cells: [Cell] = []
    cells.reserveCapacity(cursor.fieldCount)
    var (line, lineStart, walked) = (cursor.line, cursor.rowStart, cursor.rowStart)
    for field in cursor.fields {
      let offset = cursor.rowStart + field.offset
      if cursor.nextRowLine > cursor.line + 1 {
        for index in walked..<offset where endsLine(index) { (line, lineStart) = (line + 1, index + 1) }
        walked = offset
      }
      cells.append(Cell(bytes: slice(field.bytes, buffer), line: line, offset: offset, lineStart: lineStart))
    }
    return cells
  }

  /// Whether a line ends with a byte.
  private func endsLine(_ index: Int) -> Bool {
    if bytes[index] == Self.lineFeed { return true }
    return isEndedByReturns && bytes[index] == Self.carriageReturn
      && (index + 1 == bytes.count || bytes[index + 1] != Self.lineFeed)
  }

  /// A field's bytes where they stand in the file, or where quotes were taken out of them, a copy.
  private func slice(_ field: UnsafeBufferPointer<UInt8>, _ buffer: UnsafeBufferPointer<UInt8>) -> ArraySlice<UInt8> {
    guard let start = field.baseAddress, let base = buffer.baseAddress, start >= base, start <= base + buffer.count
    else { return ArraySlice(field) }
    return bytes[(start - base)..<(start - base + field.count)]
  }
}

/// Why some bytes of a table are not a row.
public enum CSVProblem: Sendable {
  /// A quote that nothing closes, at this offset from the row's start.
  case openQuote(offset: Int)
  /// Text after a closing quote.
  case textAfterQuote(offset: Int)
  /// A quote inside a field that does not begin with one.
  case quoteInField(offset: Int)
  /// A field beyond the size that is read.
  case fieldTooLarge(offset: Int)
  /// A row beyond the size that is read.
  case rowTooLarge
}

extension CSVProblem {
  /// Where in the row it is, in bytes from the row's start.
  public var offset: Int {
    switch self {
    case .openQuote(let offset), .textAfterQuote(let offset), .quoteInField(let offset), .fieldTooLarge(let offset):
      offset
    case .rowTooLarge: 0
    }
  }

  /// Whether it is a matter of size rather than of form.
  public var isAboutSize: Bool {
    switch self {
    case .fieldTooLarge, .rowTooLarge: true
    case .openQuote, .textAfterQuote, .quoteInField: false
    }
  }

  /// What is wrong and what to do.
  public var message: String {
    switch self {
    case .openQuote: "a quote is opened and not closed; close it, or double it if it belongs to the text"
    case .textAfterQuote: "text follows a closing quote; double a quote that belongs to the text"
    case .quoteInField: "a quote stands inside a field that does not begin with one; quote the whole field"
    case .fieldTooLarge: "a field is larger than \(RowCursor.largestField >> 10) KiB, the most that is read; shorten it"
    case .rowTooLarge: "a row is larger than \(RowCursor.largestRow >> 20) MiB, the most that is read; shorten it"
    }
  }
}

/// Checks that bytes are UTF-8.
public enum UTF8Check {
  /// The offset of the first byte that is not part of a well-formed sequence; `nil` where all are.
  ///
  /// Source: The Unicode Standard, table 3-7, well-formed UTF-8 byte sequences.
  public static func firstInvalid(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      if lead < 0x80 {
        index += 1
        continue
      }
      guard let (length, second) = sequence(lead), index + length <= bytes.count, second.contains(bytes[index + 1])
      else { return index }
      for next in 2..<max(2, length) where !(0x80...0xBF).contains(bytes[index + next]) { return index }
      index += length
    }
    return nil
  }

  /// The length of a sequence and the range of its second byte, by its first.
  private static func sequence(_ lead: UInt8) -> (length: Int, second: ClosedRange<UInt8>)? {
    switch lead {
    case 0xC2...0xDF: (2, 0x80...0xBF)
    case 0xE0: (3, 0xA0...0xBF)
    case 0xED: (3, 0x80...0x9F)
    case 0xE1...0xEF: (3, 0x80...0xBF)
    case 0xF0: (4, 0x90...0xBF)
    case 0xF1...0xF3: (4, 0x80...0xBF)
    case 0xF4: (4, 0x80...0x8F)
    default: nil
    }
  }
}
