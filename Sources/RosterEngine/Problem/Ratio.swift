/// A relation of two counts in every slot of every day: `count(limited) <= factor * count(by)`.
///
/// It says, for one place, that some staff may work only beside others. The two lines need no demand of their own.
public struct Ratio: Hashable, Sendable {
  /// The cover line whose count is limited.
  public var limited: Int
  /// The cover line that allows it.
  public var by: Int
  /// How many `limited` one of `by` allows; not negative.
  public var factor: Int
  /// Whether it may be broken; counted per unit of `limited` too many.
  public var strength: Strength

  /// Creates a relation between two different lines.
  public init(limited: Int, by: Int, factor: Int, strength: Strength = .hard) {
    self.limited = limited
    self.by = by
    self.factor = factor
    self.strength = strength
  }
}
