import RosterModel

/// What a plan proposes.
public struct PlanResult: Sendable {
  /// The changes it proposes, done and undone as one.
  public var edits: [Edit]
  /// What the plan costs.
  public var cost: Int
  /// No plan costs less; 0 where nothing better is known.
  public var bound: Int
  /// Whether it was stopped before its time, and is the best so far.
  public var isCancelled: Bool
  /// What was left as it is, or could not be used, and why.
  public var notes: [String]

  /// A proposal of these edits.
  public init(edits: [Edit], cost: Int, bound: Int = 0, isCancelled: Bool = false, notes: [String] = []) {
    self.edits = edits
    self.cost = cost
    self.bound = bound
    self.isCancelled = isCancelled
    self.notes = notes
  }
}
