import RosterModel

/// What only a person can decide: a posting that planning leaves alone, or a rule that would have to yield.
public struct Decision: Hashable, Sendable {
  /// What stands in the way.
  public enum Obstacle: Hashable, Sendable {
    /// The posting is locked.
    case locked(Assignment)
    /// The days on which something changes are published.
    case published
    /// The unit is away.
    case absence(Absence)
    /// A hard rule forbids it.
    case rule(Break)
  }

  /// Who would stand there, and what it would leave.
  public var move: WayOut.Move
  /// What would have to yield, each at least.
  public var obstacles: [Obstacle]
  /// What it would do besides.
  public var outcome: Judgement
}
