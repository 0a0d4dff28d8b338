import Tables

/// The rows of a table that cannot be used, on their way to being written back as they are, after the others.
///
/// There they have other neighbours than where they were read. All but one kind are the same anywhere: a row in which a
/// quote is left open goes on to the next quote, and what comes after that decides whether the two are a row. So each such
/// row is held against those after it, or a row that nobody wrote would be there after the table is written.
struct KeptRows {
  /// The rows, line ends included.
  private(set) var bytes: [UInt8] = []
  /// Of the first row with a quote left open and of all after it: where it ends, and whether it is one of those.
  private var ends: [(offset: Int, isOpen: Bool)] = []
  private var firstOpen = 0

  private let delimiter: UInt8
  private let lineEnd: [UInt8]

  /// No rows, of a table in a form.
  init(_ form: TableForm) {
    delimiter = form.delimiter
    lineEnd = form.hasCarriageReturns ? Array("\r\n".utf8) : Array("\n".utf8)
  }

  /// Adds a row.
  mutating func add(_ row: UnsafeBufferPointer<UInt8>) {
    let isOpen = row.contains(UInt8(ascii: "\"")) && isLeftOpen(row)
    if isOpen, ends.isEmpty { firstOpen = bytes.count }
    bytes.append(contentsOf: row)
    if bytes.last == UInt8(ascii: "\r") {
      // At the end of the file it belongs to a value, and must not become a part of the line end.
      bytes += Array("\r\n".utf8)
    } else if bytes.last != UInt8(ascii: "\n") {
      bytes += lineEnd
    }
    if isOpen || !ends.isEmpty { ends.append((bytes.count, isOpen)) }
  }

  /// The rows in an order in which each is read as itself; `nil` where there is none.
  ///
  /// They stay in their order where that will do.
  func settled() -> [UInt8]? {
    guard ends.count > 1, !isReadApart(Array(bytes[firstOpen...]), ends.map { $0.offset - firstOpen }) else {
      return bytes
    }
    var (closed, open): ([UInt8], [UInt8]) = ([], [])
    var openEnds: [Int] = []
    var start = firstOpen
    for end in ends {
      if end.isOpen {
        open += bytes[start..<end.offset]
        openEnds.append(open.count)
      } else {
        closed += bytes[start..<end.offset]
      }
      start = end.offset
    }
    return isReadApart(open, openEnds) ? bytes[..<firstOpen] + closed + open : nil
  }

  private func isLeftOpen(_ row: UnsafeBufferPointer<UInt8>) -> Bool {
    var cursor = RowCursor(row, from: 0, delimiter: delimiter, keptFields: 1)
    if case .malformed(.openQuote) = cursor.next() { return true }
    return false
  }

  /// Whether rows end where they should when they are read one after the other.
  private func isReadApart(_ rows: [UInt8], _ ends: [Int]) -> Bool {
    rows.withUnsafeBufferPointer { rows in
      var cursor = RowCursor(rows, from: 0, delimiter: delimiter, keptFields: 1)
      for end in ends {
        guard !cursor.next().isEnd, cursor.position == end else { return false }
      }
      return true
    }
  }
}
