import RosterEngine

/// Where planning stands: its best plan so far.
public struct PlanProgress: Hashable, Sendable {
  /// Seconds since the search began.
  public var elapsed: Double
  /// Units below minimum, summed over the squares of the scope.
  public var gaps: Int
  /// Units below target, above minimum, summed over the squares of the scope.
  public var shortfall: Int
  /// What the plan costs by the roster's weights.
  public var cost: Int
  /// No plan costs less; 0 where nothing better is known.
  public var bound: Int
  /// Moves tried.
  public var moves: Int

  /// Where planning stands.
  public init(elapsed: Double, gaps: Int, shortfall: Int = 0, cost: Int, bound: Int = 0, moves: Int = 0) {
    self.elapsed = elapsed
    self.gaps = gaps
    self.shortfall = shortfall
    self.cost = cost
    self.bound = bound
    self.moves = moves
  }

  /// The report of a search, which may go on where another has ended.
  init(_ progress: SolveProgress, after earlier: SolveProgress? = nil) {
    elapsed = progress.elapsed + (earlier?.elapsed ?? 0)
    gaps = progress.missingUnits
    shortfall = progress.shortUnits
    cost = progress.cost
    bound = progress.bound
    moves = progress.moves + (earlier?.moves ?? 0)
  }
}
