/// What one unit of wrong cover costs; none is negative.
public struct NeedWeights: Hashable, Sendable {
  /// Per unit below the minimum.
  public var missing: Int
  /// Per unit below the preferred number, above the minimum.
  public var short: Int
  /// Per unit above the maximum.
  public var surplus: Int

  /// Creates weights.
  public init(missing: Int, short: Int, surplus: Int) {
    self.missing = missing
    self.short = short
    self.surplus = surplus
  }
}
