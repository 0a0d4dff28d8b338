import RosterModel

/// One expanded demand row: a line's need on one duty day in one tile.
public struct Square: Hashable, Sendable {
  /// Its number in the plan; stable as long as the demand is.
  public var index: Int
  /// The number of its line in `DemandPlan.lines`.
  public var line: Int
  /// The duty day.
  public var day: Day
  /// The tile number.
  public var tile: Int
  /// Below this many units there is a gap.
  public var minimum: Int
  /// Below this many units there is a shortfall.
  public var target: Int
  /// Above this many units there is a surplus; `nil` for no limit.
  public var maximum: Int?
  /// The number of the row of `Roster.demand` that decides it.
  public var row: Int

  /// A square of a plan; for tests and for questions about a need that no row asks for yet.
  public init(
    index: Int, line: Int, day: Day, tile: Int, minimum: Int, target: Int, maximum: Int? = nil, row: Int
  ) {
    self.index = index
    self.line = line
    self.day = day
    self.tile = tile
    self.minimum = minimum
    self.target = target
    self.maximum = maximum
    self.row = row
  }
}
