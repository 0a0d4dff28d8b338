/// How a cell is to be shown: what it means, on what it lies, and with what emphasis.
///
/// ```swift
/// frame.write("1/2", at: place, style: Style(.gap, on: isCursor ? .cursor : nil))
/// ```
public struct Style: Hashable, Sendable {
  /// What the cell means.
  public var role: Role
  /// A role whose background shows through: the cursor, a selection, a stripe.
  public var backdrop: Role?
  /// Emphasis on top of the theme's own.
  public var attributes: Attributes

  /// A style for `role`, on `backdrop` if there is one, with `attributes` added to the theme's.
  public init(_ role: Role, on backdrop: Role? = nil, _ attributes: Attributes = []) {
    self.role = role
    self.backdrop = backdrop
    self.attributes = attributes
  }

  /// Ordinary text.
  public static let normal = Style(.normal)

  /// The same style on another backdrop.
  public func on(_ backdrop: Role?) -> Style {
    Style(role, on: backdrop, attributes)
  }

  /// The same style with more emphasis.
  public func adding(_ attributes: Attributes) -> Style {
    Style(role, on: backdrop, self.attributes.union(attributes))
  }
}

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

extension Look {
  /// The nearest look in the eight colours of old that can still be read.
  var reducedToEight: Look {
    guard let foreground, let background else { return self }
    let eight = (0..<8).map { PaletteColor($0) }
    var behind = eight.min { $0.distance(to: background) < $1.distance(to: background) } ?? background
    var legible = eight.filter { $0.contrast(with: behind) >= Theme.minimumContrast }
    if legible.isEmpty {
      // On red, brown and magenta none of the eight can be read; white stands out as much.
      behind = PaletteColor(7)
      legible = eight.filter { $0.contrast(with: behind) >= Theme.minimumContrast }
    }
    let front = legible.min { $0.distance(to: foreground) < $1.distance(to: foreground) } ?? foreground
    return Look(foreground: front, background: behind, attributes: attributes)
  }
}
