/// Whether a rule may be broken, and what that costs.
public enum Strength: Hashable, Sendable {
  /// Never broken by the search; only the fixed part of a problem can break it.
  case hard
  /// May be broken at this cost per unit of excess; the weight is not negative.
  case soft(weight: Int)
}
