import RosterModel

/// Edits that put one more unit, or all that are missing, where something is asked about.
public struct WayOut: Hashable, Sendable {
  /// A unit that comes to stand somewhere, and what it leaves for that.
  public struct Move: Hashable, Sendable {
    /// The posting that it leaves, of the same day or of another; `nil` for none.
    public var leaves: Assignment?
    /// The posting that it takes.
    public var takes: Assignment

    /// A unit that takes a posting.
    public init(leaves: Assignment? = nil, takes: Assignment) {
      self.leaves = leaves
      self.takes = takes
    }

    /// The edits of the move.
    public var edits: [Edit] { (leaves.map { [.remove($0)] } ?? []) + [.add(takes)] }
  }

  /// The moves in an order in which no place is left before another unit stands there: the one asked about last.
  public var moves: [Move]
  /// What they do.
  public var outcome: Judgement
  /// Whether they close all that is missing.
  public var closesAll: Bool

  /// The edits of all moves, in order.
  public var edits: [Edit] { moves.flatMap(\.edits) }
}
