/// Where a search stands: its best roster so far.
public struct SolveProgress: Hashable, Sendable {
  /// Seconds since the search began.
  public var elapsed = 0.0
  /// Cost of the best roster so far.
  public var cost = 0
  /// No roster costs less than this.
  public var bound = 0
  /// Units it leaves missing below a minimum.
  public var missingUnits = 0
  /// Units it leaves missing between minimum and preferred.
  public var shortUnits = 0
  /// Whether it keeps every hard rule; a hard minimum, such as least hours, may take the search a while.
  public var isValid = true
  /// Moves evaluated so far.
  public var moves = 0
}
