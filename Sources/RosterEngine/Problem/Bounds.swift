/// A lower and an upper limit on one quantity, each optional.
public struct Bounds: Hashable, Sendable {
  /// The least that is right, if there is one.
  public var minimum: Limit?
  /// The most that is right, if there is one.
  public var maximum: Limit?

  /// No limit either way.
  public static let none = Bounds()

  /// Creates bounds.
  public init(minimum: Limit? = nil, maximum: Limit? = nil) {
    self.minimum = minimum
    self.maximum = maximum
  }
}
