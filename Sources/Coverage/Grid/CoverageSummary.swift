/// How well demand is covered, in figures.
public struct CoverageSummary: Hashable, Sendable {
  /// Beat × duty day × tile.
  public var cells = 0
  /// Expanded demand rows.
  public var squares = 0
  /// Squares with their target or more.
  public var met = 0
  /// Squares below their minimum.
  public var gaps = 0
  /// Units missing to the minima, summed over squares.
  public var missing = 0
  /// The minima, summed over squares.
  public var required = 0
  /// Units missing from minimum to target, summed over squares.
  public var shortfall = 0
  /// Units above the maxima, summed over squares.
  public var surplus = 0

  /// Nothing counted yet.
  public init() {}

  /// The share of the required units that is there, 0 to 1; 1 where none is required.
  public var share: Double { required == 0 ? 1 : Double(required - missing) / Double(required) }

  mutating func add(_ state: SquareState) {
    squares += 1
    met += state.have >= state.square.target ? 1 : 0
    gaps += state.gap > 0 ? 1 : 0
    missing += state.gap
    required += state.square.minimum
    shortfall += state.shortfall
    surplus += state.surplus
  }
}
