/// What a style comes to on a terminal: colours and attributes.
public struct Look: Hashable, Sendable {
  /// The glyph's colour; the terminal's own when nil.
  public var foreground: PaletteColor?
  /// The colour behind it; the terminal's own when nil.
  public var background: PaletteColor?
  /// Emphasis.
  public var attributes: Attributes

  /// A look of the given colours and attributes.
  public init(foreground: PaletteColor? = nil, background: PaletteColor? = nil, attributes: Attributes = []) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// Contrast between glyph and background, 1 to 21; nil where either is the terminal's own colour.
  public var contrast: Double? {
    guard let foreground, let background else { return nil }
    return foreground.contrast(with: background)
  }

  /// The look as a table of a theme writes it: palette numbers and attributes.
  init(_ foreground: UInt8, on background: UInt8, _ attributes: Attributes = []) {
    self.init(
      foreground: PaletteColor(foreground), background: PaletteColor(background), attributes: attributes)
  }
}
