/// What stands behind a cell's figures, besides their mark.
public enum CellSign {
  /// A change of the cell is not saved yet.
  public static let pending: Character = "~"
  /// The cursor of another desk is on the cell.
  public static let visitor: Character = "@"
}
