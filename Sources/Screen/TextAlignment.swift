/// Where text stands in a wider field.
public enum TextAlignment: Hashable, Sendable {
  /// At the left.
  case left
  /// At the right, as numbers do.
  case right
  /// In the middle; the odd cell is at the right.
  case center
}
