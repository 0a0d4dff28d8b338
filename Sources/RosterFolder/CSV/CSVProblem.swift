/// Why some bytes of a table are not a row.
enum CSVProblem {
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
  var offset: Int {
    switch self {
    case .openQuote(let offset), .textAfterQuote(let offset), .quoteInField(let offset), .fieldTooLarge(let offset):
      offset
    case .rowTooLarge: 0
    }
  }

  /// Whether it is a matter of size rather than of form.
  var isAboutSize: Bool {
    switch self {
    case .fieldTooLarge, .rowTooLarge: true
    case .openQuote, .textAfterQuote, .quoteInField: false
    }
  }

  /// What is wrong and what to do.
  var message: String {
    switch self {
    case .openQuote: "a quote is opened and not closed; close it, or double it if it belongs to the text"
    case .textAfterQuote: "text follows a closing quote; double a quote that belongs to the text"
    case .quoteInField: "a quote stands inside a field that does not begin with one; quote the whole field"
    case .fieldTooLarge: "a field is larger than \(RowCursor.largestField >> 10) KiB, the most that is read; shorten it"
    case .rowTooLarge: "a row is larger than \(RowCursor.largestRow >> 20) MiB, the most that is read; shorten it"
    }
  }
}
