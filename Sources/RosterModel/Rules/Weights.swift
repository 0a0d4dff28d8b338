/// What planning trades, as penalties per unit and day.
public struct Weights: Hashable, Sendable {
  /// A unit below minimum.
  public var gap = 1000
  /// A unit below target.
  public var shortfall = 100
  /// A unit above maximum.
  public var surplus = 10
  /// A request that is not met.
  public var request = 5
  /// Uneven loads inside a group.
  public var fairness = 5
  /// Another beat than on the last working day.
  public var continuity = 1
  /// Each step away from home: 0 same department, 1 same district, 2 elsewhere.
  public var farFromHome = 1
  /// Rules that were re-graded to warning, by rule name.
  public var rules: [String: Int] = [:]

  /// What a break of a rule re-graded to warning costs where `rules` does not say.
  public static let defaultForRule = 50

  /// The default weights.
  public init() {}
}
