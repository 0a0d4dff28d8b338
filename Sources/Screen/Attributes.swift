/// How a cell's glyph is emphasised, independent of colour.
public struct Attributes: OptionSet, Hashable, Sendable {
  /// One bit per attribute.
  public let rawValue: UInt8

  /// A set with the given bits.
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// Bold.
  public static let bold = Attributes(rawValue: 1 << 0)
  /// Dim, half bright.
  public static let dim = Attributes(rawValue: 1 << 1)
  /// Underlined.
  public static let underline = Attributes(rawValue: 1 << 2)
  /// Foreground and background exchanged.
  public static let reverse = Attributes(rawValue: 1 << 3)
}
