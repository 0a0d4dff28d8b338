/// One cell of a frame: a glyph and how to show it.
public struct Cell: Hashable, Sendable {
  /// What is shown.
  public var glyph: Glyph
  /// How it is shown.
  public var style: Style

  /// A cell with `glyph` in `style`.
  @inlinable
  public init(glyph: Glyph, style: Style) {
    self.glyph = glyph
    self.style = style
  }

  /// An empty cell of `style`.
  public static func blank(_ style: Style = .normal) -> Cell {
    Cell(glyph: .blank, style: style)
  }
}
