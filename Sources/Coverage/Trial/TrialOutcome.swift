import RosterModel

/// What a change of the roster would do.
public struct TrialOutcome: Hashable, Sendable {
  /// A rule that a unit would break and does not break now.
  public struct Break: Hashable, Sendable {
    /// The unit; `nil` where it is about a cell.
    public var unit: UnitReference?
    /// The rule, how serious it is there, and the words.
    public var reason: Reason
  }

  /// A square whose gap would change.
  public struct GapChange: Hashable, Sendable {
    /// The square.
    public var square: Square
    /// What it would have.
    public var have: Int
    /// By how many units its gap would grow; negative where it closes.
    public var more: Int
  }

  /// Rules that would be broken, hard ones first.
  public var breaks: [Break]
  /// The squares whose gap would change, by number.
  public var gaps: [GapChange]
  /// What planning would count for it.
  public var cost: EditCost

  /// Whether no hard rule would be broken.
  public var isLegal: Bool { !breaks.contains(where: \.reason.isHard) }

  /// Whether some square would have more of a gap than now.
  public var opensGap: Bool { gaps.contains { $0.more > 0 } }
}
