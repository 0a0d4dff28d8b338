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
