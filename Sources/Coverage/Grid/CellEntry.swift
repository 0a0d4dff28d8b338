import RosterModel

/// An assignment as it stands in a cell.
public struct CellEntry: Hashable, Sendable {
  /// The assignment; its shift is the cell's tile or a duty that covers it.
  public var assignment: Assignment
  /// Whether it counts; not where it names something unknown or its unit is absent.
  public var counts: Bool

  /// An assignment in a cell.
  public init(assignment: Assignment, counts: Bool) {
    self.assignment = assignment
    self.counts = counts
  }
}
