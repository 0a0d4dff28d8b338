/// A bound on some quantity of a staff member's roster.
public struct Limit: Hashable, Sendable {
  /// The bound itself, in the quantity's own unit.
  public var value: Int
  /// Whether it may be broken.
  public var strength: Strength

  /// Creates a limit, hard unless said otherwise.
  public init(_ value: Int, _ strength: Strength = .hard) {
    self.value = value
    self.strength = strength
  }
}
