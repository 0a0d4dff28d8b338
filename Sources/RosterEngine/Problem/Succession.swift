/// A pair of shifts of two consecutive days that should not follow each other.
public struct Succession: Hashable, Sendable {
  /// The shift of the first day.
  public var earlier: Int
  /// The shift of the day after.
  public var later: Int

  /// Creates a pair of shifts by index.
  public init(earlier: Int, later: Int) {
    self.earlier = earlier
    self.later = later
  }
}
