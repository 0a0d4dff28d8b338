/// Reads CSV row by row, each cell with the place where it stands: RFC 4180, comma or semicolon, lines ended by LF or CRLF,
/// or by CR where the first line is.
///
/// After a row that is malformed it goes on with the next line, so a quote left open costs one row. O(bytes), but for a
/// quote left open, whose row is read to the end once.
struct CSVReader {
  /// A cell of a row.
  struct Cell {
    /// Its bytes, quotes taken off.
    var bytes: ArraySlice<UInt8>
    /// The line it begins in, counted from 1.
    var line: Int
    /// Where it begins in the file.
    fileprivate var offset: Int
    /// Where its line begins in the file.
    fileprivate var lineStart: Int
  }

  /// What a step found.
  enum Step {
    case row([Cell])
    /// What is wrong with the row that begins in this line.
    case malformed(line: Int, String)
    case end
  }

  /// The largest cell that is read, in bytes.
  static let largestCell = 64 << 10

  /// What separates cells: a semicolon where the first line has one, else a comma.
  let delimiter: UInt8

  /// Whether the file ends with a line end.
  let hasLineEnd: Bool

  private let bytes: [UInt8]
  /// Whether a CR by itself ends a line, as some spreadsheets for the Macintosh write it.
  let isEndedByReturns: Bool
  private var position: Int
  private var line = 1
  private var lineStart: Int

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// A reader before the first row; a byte order mark is passed over.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    lineStart = position
    let semicolon = UInt8(ascii: ";")
    let first = bytes[position...].prefix { $0 != Self.lineFeed && $0 != Self.carriageReturn }
    delimiter = first.contains(semicolon) ? semicolon : UInt8(ascii: ",")
    isEndedByReturns =
      bytes[first.endIndex...].first == Self.carriageReturn
      && bytes[first.endIndex...].dropFirst().first != Self.lineFeed
    hasLineEnd = bytes.last == Self.lineFeed || bytes.last == Self.carriageReturn
  }

  /// The character of its line at which a cell begins, counted from 1.
  func column(of cell: Cell) -> Int {
    bytes[cell.lineStart..<cell.offset].count { $0 & 0xC0 != 0x80 } + 1
  }

  /// Goes to the next row; empty lines are passed over.
  mutating func next() -> Step {
    while position < bytes.count, endOfLine(at: position) > 0 { passLineEnd() }
    guard position < bytes.count else { return .end }
    let start = (position: position, line: line, lineStart: lineStart)
    var cells: [Cell] = []
    while true {
      var cell = Cell(bytes: [], line: line, offset: position, lineStart: lineStart)
      let problem = position < bytes.count && bytes[position] == Self.quote ? quoted(&cell) : plain(&cell)
      if let problem {
        (position, line, lineStart) = start
        while position < bytes.count, endOfLine(at: position) == 0 { position += 1 }
        if position < bytes.count { passLineEnd() }
        return .malformed(line: start.line, problem)
      }
      cells.append(cell)
      guard position < bytes.count, bytes[position] == delimiter else { break }
      position += 1
    }
    if position < bytes.count { passLineEnd() }
    return .row(cells)
  }

  /// How many bytes a line end at the position has; 0 where there is none.
  private func endOfLine(at position: Int) -> Int {
    if bytes[position] == Self.lineFeed { return 1 }
    guard bytes[position] == Self.carriageReturn else { return 0 }
    // At the end of the file it is what is left of a pair.
    guard position + 1 < bytes.count else { return 1 }
    return bytes[position + 1] == Self.lineFeed ? 2 : isEndedByReturns ? 1 : 0
  }

  private mutating func passLineEnd() {
    position += max(1, endOfLine(at: position))
    line += 1
    lineStart = position
  }

  private func endsCell(at position: Int) -> Bool {
    position >= bytes.count || bytes[position] == delimiter || endOfLine(at: position) > 0
  }

  private mutating func plain(_ cell: inout Cell) -> String? {
    let start = position
    while !endsCell(at: position) {
      if bytes[position] == Self.quote { return "a quote stands inside a cell that does not begin with one" }
      position += 1
    }
    cell.bytes = bytes[start..<position]
    return cell.bytes.count > Self.largestCell ? Self.tooLarge : nil
  }

  private mutating func quoted(_ cell: inout Cell) -> String? {
    position += 1
    let start = position
    var unescaped: [UInt8] = []
    var copied = start
    while true {
      guard position < bytes.count else { return "a quote is opened and not closed" }
      guard position - start <= 2 * Self.largestCell else { return Self.tooLarge }
      if bytes[position] == Self.quote {
        guard position + 1 < bytes.count, bytes[position + 1] == Self.quote else { break }
        unescaped += bytes[copied...position]
        position += 1
        copied = position + 1
      } else if bytes[position] == Self.lineFeed || isEndedByReturns && endOfLine(at: position) == 1 {
        line += 1
        lineStart = position + 1
      }
      position += 1
    }
    cell.bytes = copied == start ? bytes[start..<position] : ArraySlice(unescaped + bytes[copied..<position])
    position += 1
    guard endsCell(at: position) else { return "text follows a closing quote" }
    return cell.bytes.count > Self.largestCell ? Self.tooLarge : nil
  }

  private static let tooLarge = "a cell is larger than \(largestCell >> 10) KiB, the most that is read"
}
