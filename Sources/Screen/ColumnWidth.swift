/// How wide a column of a layout wants to be.
public enum ColumnWidth: Hashable, Sendable {
  /// Exactly so many cells.
  case fixed(Int)
  /// An equal share of what is left.
  case flexible
}
