import RosterModel

/// What edits would do to a roster.
public struct Judgement: Hashable, Sendable {
  /// A square whose gap would change.
  public struct GapChange: Hashable, Sendable {
    /// The square.
    public var square: Square
    /// What it would have.
    public var have: Int
    /// By how many units its gap would grow; negative where it closes.
    public var more: Int
  }

  /// What the edits would break or make worse, hard ones first; rules that are off are left out.
  public var breaks: [Break]
  /// What the units and cells they touch break already, and would break still; empty where it was not asked for.
  public var standing: [Break]
  /// The squares whose gap would change, by number.
  public var gaps: [GapChange]
  /// What planning would count for it.
  public var cost: EditCost

  /// Whether nothing would be broken that planning never breaks.
  public var isLegal: Bool { !breaks.contains(where: \.isHard) }

  /// Whether some square would have more of a gap than now.
  public var opensGap: Bool { gaps.contains { $0.more > 0 } }
}
