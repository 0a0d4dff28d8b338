/// Two demand rows that meet on a square, with nothing to tell which of them is meant.
public struct DemandTie: Hashable, Sendable {
  /// The number of the row that was used, the earlier.
  public var used: Int
  /// The number of the row that was not, the later.
  public var unused: Int
  /// The first square they meet on.
  public var square: Int
}
