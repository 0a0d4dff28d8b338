/// Whether a rule may be broken, and what that costs.
public enum Strength: Hashable, Sendable {
  /// Never broken by the search; only the fixed part of a problem can break it.
  ///
  /// A hard minimum of a total, such as least hours, is broken by an empty row to begin with; the search comes as near to
  /// it as it can, and what is left is counted as a violation.
  case hard
  /// May be broken at this cost per unit of excess; the weight is not negative.
  case soft(weight: Int)
}
