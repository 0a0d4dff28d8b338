/// The days of one weekend.
public struct Weekend: Hashable, Sendable {
  /// Its days in rising order, at least one of them in the period; those before it are history, those after are ignored.
  public var days: [Int]

  /// Creates a weekend.
  public init(days: [Int]) {
    self.days = days
  }
}
