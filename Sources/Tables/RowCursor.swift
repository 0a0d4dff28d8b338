/// Walks over the rows of a CSV table as slices of its bytes: nothing is copied but what has doubled quotes.
///
/// RFC 4180 with LF or CRLF, or what `Returns` says, and any one-byte delimiter. After a row that is malformed it goes on with the next line of
/// the file, so a quote left open costs one row. Every byte is looked at a bounded number of times: a quoted field that
/// runs over lines without closing passes only lines with an even number of quotes, and those end by themselves when
/// they are read on their own.
public struct RowCursor: ~Copyable {
  /// What a step found.
  public enum Step {
    /// A row.
    case row
    /// What is no row.
    case malformed(CSVProblem)
    /// The end of the table.
    case end
  }

  /// A field of the current row.
  public struct Field {
    /// Its bytes, quotes taken off.
    public var bytes: UnsafeBufferPointer<UInt8>
    /// Where it begins, in bytes from the row's start.
    public var offset: Int
  }

  /// When a CR without an LF ends a line.
  public enum Returns: Sendable {
    /// Never.
    case never
    /// At the end of the file, where it is what is left of a pair.
    case atEnd
    /// Always, as some spreadsheets for the Macintosh write it.
    case always
  }

  /// What bytes a row has beyond printable ASCII.
  public struct Traits: OptionSet, Sendable {
    /// The bits.
    public let rawValue: UInt8
    /// Traits of these bits.
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Bytes beyond ASCII.
    @inlinable public static var nonASCII: Traits { Traits(rawValue: 1) }
    /// Control characters of ASCII.
    @inlinable public static var control: Traits { Traits(rawValue: 2) }
  }

  /// The largest field that is read, in bytes.
  public static let largestField = 64 << 10
  /// The largest row that is read, in bytes.
  public static let largestRow = 1 << 20

  /// What separates fields.
  public let delimiter: UInt8
  /// How many fields the current row has.
  public private(set) var fieldCount = 0
  /// The offset of the current row in the file.
  public private(set) var rowStart: Int
  /// The offset of the first byte after the current row, its line end included.
  public private(set) var position: Int
  /// The line of the current row, counted from 1.
  public private(set) var line = 1
  /// What bytes the current row has.
  public private(set) var traits: Traits = []

  @usableFromInline let bytes: UnsafeBufferPointer<UInt8>
  private let returns: Returns
  /// Room for the fields of a row; memory of its own, because an array asks at every field whether it is shared.
  @usableFromInline let kept: UnsafeMutablePointer<Field>
  @usableFromInline let keptFields: Int
  /// The delimiter eight times.
  private let delimiters: UInt64
  /// The line of the row after the current one.
  public private(set) var nextRowLine: Int
  private var unescaped: UnsafeMutableBufferPointer<UInt8>?
  private var unescapedCount = 0

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// A cursor before the first row.
  ///
  /// - Parameters:
  ///   - bytes: the table; must outlive the cursor and every field it gives.
  ///   - start: where the first row begins.
  ///   - line: the line of the first row.
  ///   - delimiter: what separates fields.
  ///   - returns: when a CR without an LF ends a line.
  ///   - keptFields: the most fields of a row that are told apart; more are only counted.
  public init(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, line: Int = 1, delimiter: UInt8, returns: Returns = .never,
    keptFields: Int
  ) {
    self.bytes = bytes
    self.returns = returns
    self.delimiter = delimiter
    self.keptFields = keptFields
    delimiters = UInt64(delimiter) * 0x0101_0101_0101_0101
    self.rowStart = start
    self.position = start
    self.nextRowLine = line
    kept = .allocate(capacity: max(1, keptFields))
  }

  deinit {
    unescaped?.deallocate()
    kept.deallocate()
  }

  /// The fields of the current row, as many as were asked for; they live until the next row.
  @inlinable public var fields: UnsafeBufferPointer<Field> {
    UnsafeBufferPointer(start: kept, count: min(fieldCount, keptFields))
  }

  /// The bytes of the current row, its line end included.
  @inlinable public var rowBytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[rowStart..<position])
  }

  /// How many lines there are from the current row on.
  ///
  /// O(bytes).
  public var lineCount: Int {
    var count = 1
    for byte in bytes[rowStart...] where byte == Self.lineFeed { count &+= 1 }
    return count
  }

  /// Goes to the next row; empty lines are passed over.
  public mutating func next() -> Step {
    skipEmptyLines()
    guard position < bytes.count else { return .end }
    rowStart = position
    line = nextRowLine
    fieldCount = 0
    traits = []
    unescapedCount = 0
    if plainRow() { return .row }
    fieldCount = 0
    traits = []
    var index = position
    while true {
      let problem =
        index < bytes.count && bytes[index] == Self.quote ? quotedField(at: &index) : plainField(at: &index)
      if let problem { return malformed(problem) }
      guard index < bytes.count, bytes[index] == delimiter else { break }
      index += 1
    }
    if index < bytes.count {
      index += lineEnd(at: index)
      nextRowLine += 1
    }
    position = index
    return position - rowStart > Self.largestRow ? .malformed(.rowTooLarge) : .row
  }

  /// Reads a row without quotes, of usual size and with eight bytes of the file after it, as nearly all rows are.
  ///
  /// Eight bytes at a time are looked at for those that are not from `-` to `~`, or are the delimiter; all others, which
  /// are most, cost nothing more.
  ///
  /// - Returns: whether it was such a row; where not, it is still to be read.
  @inline(__always)
  private mutating func plainRow() -> Bool {
    let raw = UnsafeRawBufferPointer(bytes)
    var start = rowStart
    var base = rowStart
    while base &+ 8 <= raw.count, base &+ 8 &- rowStart <= Self.largestField {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: base, as: UInt64.self))
      var marks = marks(word)
      while marks != 0 {
        let index = base &+ marks.trailingZeroBitCount / 8
        marks &= marks &- 1
        let byte = raw[index]
        if byte == delimiter {
          add(UnsafeBufferPointer(rebasing: bytes[start..<index]), offset: start &- rowStart)
          start = index &+ 1
          continue
        }
        let end = byte == Self.lineFeed ? 1 : byte == Self.carriageReturn ? lineEnd(at: index) : 0
        if end > 0 {
          add(UnsafeBufferPointer(rebasing: bytes[start..<index]), offset: start &- rowStart)
          position = index &+ end
          nextRowLine &+= 1
          return true
        }
        if byte == Self.quote { return false }
        if byte >= 0x80 { traits.insert(.nonASCII) } else if byte < 0x20 || byte == 0x7F { traits.insert(.control) }
      }
      base &+= 8
    }
    return false
  }

  /// The highest bit of each of eight bytes that is below `-`, above `~`, or the delimiter.
  ///
  /// No byte carries into the next one, because only the lower seven bits of each are added up.
  @inline(__always)
  private func marks(_ word: UInt64) -> UInt64 {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    let ones: UInt64 = 0x0101_0101_0101_0101
    let lower = word & low
    let isFromHyphen = lower &+ (0x80 - 0x2D) &* ones
    let isAboveTilde = lower &+ ones
    let difference = word ^ delimiters
    let isOther = (difference & low) &+ low | difference
    return (~isFromHyphen | isAboveTilde | word | ~isOther) & ~low
  }

  /// Reads a field without quotes; `index` is left at what ends it.
  private mutating func plainField(at index: inout Int) -> CSVProblem? {
    let start = index
    scan: while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case delimiter, Self.lineFeed: break scan
      case Self.quote: return .quoteInField(offset: index - rowStart)
      case Self.carriageReturn where lineEnd(at: index) > 0: break scan
      case 0x80...: traits.insert(.nonASCII)
      case ..<0x20, 0x7F: traits.insert(.control)
      default: break
      }
      index &+= 1
    }
    guard index - start <= Self.largestField else { return .fieldTooLarge(offset: start - rowStart) }
    add(UnsafeBufferPointer(rebasing: bytes[start..<index]), offset: start - rowStart)
    return nil
  }

  /// Reads a field in quotes; `index` is left at what follows the closing one.
  private mutating func quotedField(at index: inout Int) -> CSVProblem? {
    let offset = index - rowStart
    let start = index + 1
    var lines = 0
    var isEscaped = false
    index = start
    while true {
      guard index < bytes.count else { return .openQuote(offset: offset) }
      guard index - start <= Self.largestField else {
        return lines == 0 ? .fieldTooLarge(offset: offset) : .openQuote(offset: offset)
      }
      let byte = bytes[index]
      if byte == Self.quote {
        guard index + 1 < bytes.count, bytes[index + 1] == Self.quote else { break }
        isEscaped = true
        index += 1
      } else if byte == Self.lineFeed || byte == Self.carriageReturn && returns == .always && lineEnd(at: index) == 1 {
        lines += 1
      }
      if byte >= 0x80 { traits.insert(.nonASCII) } else if byte < 0x20 || byte == 0x7F { traits.insert(.control) }
      index += 1
    }
    let content = UnsafeBufferPointer(rebasing: bytes[start..<index])
    index += 1
    guard endsField(index) else { return .textAfterQuote(offset: index - rowStart) }
    guard index - rowStart <= Self.largestRow else { return .rowTooLarge }
    nextRowLine += lines
    add(isEscaped ? unescape(content) : content, offset: offset)
    return nil
  }

  private func endsField(_ index: Int) -> Bool {
    guard index < bytes.count else { return true }
    return bytes[index] == delimiter || lineEnd(at: index) > 0
  }

  /// How many bytes a line end at an index has; 0 where there is none.
  private func lineEnd(at index: Int) -> Int {
    if bytes[index] == Self.lineFeed { return 1 }
    guard bytes[index] == Self.carriageReturn else { return 0 }
    guard index + 1 < bytes.count else { return returns == .never ? 0 : 1 }
    return bytes[index + 1] == Self.lineFeed ? 2 : returns == .always ? 1 : 0
  }

  @inline(__always)
  private mutating func add(_ content: UnsafeBufferPointer<UInt8>, offset: Int) {
    if fieldCount < keptFields { (kept + fieldCount).initialize(to: Field(bytes: content, offset: offset)) }
    fieldCount &+= 1
  }

  /// The content with each doubled quote as one; lives until the next row.
  private mutating func unescape(_ content: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    // A row's fields together are no longer than the row, and its quoted part is checked against that as it goes.
    let buffer = unescaped ?? .allocate(capacity: Self.largestRow + Self.largestField)
    unescaped = buffer
    let start = unescapedCount
    var index = 0
    while index < content.count {
      buffer[unescapedCount] = content[index]
      unescapedCount += 1
      index += content[index] == Self.quote ? 2 : 1
    }
    return UnsafeBufferPointer(rebasing: buffer[start..<unescapedCount])
  }

  /// Adds empty fields at the end of the current row, as if it had so many.
  public mutating func pad(to count: Int) {
    while fieldCount < min(count, keptFields) {
      add(UnsafeBufferPointer(rebasing: bytes[position..<position]), offset: position - rowStart)
    }
  }

  /// Takes the first line of what could not be read as the row.
  private mutating func malformed(_ problem: CSVProblem) -> Step {
    var index = rowStart
    while index < bytes.count, lineEnd(at: index) == 0 { index += 1 }
    position = index < bytes.count ? index + lineEnd(at: index) : index
    nextRowLine = line + 1
    return .malformed(problem)
  }

  private mutating func skipEmptyLines() {
    while position < bytes.count {
      let end = lineEnd(at: position)
      guard end > 0 else { return }
      position += end
      nextRowLine += 1
    }
  }
}

extension RowCursor {
  /// The line and character of an offset into the current row.
  ///
  /// O(offset).
  public func place(of offset: Int) -> (line: Int, column: Int) {
    var place = (line: line, column: 1)
    for byte in rowBytes.prefix(offset) {
      if byte == UInt8(ascii: "\n") {
        place = (place.line + 1, 1)
      } else if byte & 0xC0 != 0x80 {
        place.column += 1
      }
    }
    return place
  }
}
