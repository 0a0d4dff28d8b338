import Tables

/// How a table was written, so that it can be written the same way again.
public struct TableForm: Hashable, Sendable {
  /// What separates fields: a comma or a semicolon.
  public var delimiter: UInt8 = UInt8(ascii: ",")
  /// Whether it begins with a byte order mark.
  public var hasByteOrderMark = false
  /// Whether lines end in CR LF.
  public var hasCarriageReturns = false
  /// The names of its columns in their order, unknown ones included.
  public var columns: [String]

  /// The form of a table that the program writes itself.
  public init(columns: [String]) { self.columns = columns }

  /// It without its columns.
  var csv: CSVForm {
    CSVForm(delimiter: delimiter, hasByteOrderMark: hasByteOrderMark, hasCarriageReturns: hasCarriageReturns)
  }
}
