/// A roster, what it costs, and how good it is known to be.
public struct Solution: Sendable {
  /// The roster, `staff.count * dayCount` cells by staff then day; `nil` is a day off.
  public var assignments: [Assignment?]
  /// The cost, recomputed from scratch by ``Evaluator``.
  public var cost: CostBreakdown
  /// No roster of this problem costs less than this; 0 if nothing better is known.
  public var bound: Int
  /// No roster of this problem leaves fewer units below what is preferred, where both missing and short units cost
  /// something; 0 if nothing better is known.
  public var shortBound = 0
  /// Moves evaluated.
  public var moves: Int
  /// Whether it was stopped by ``SolveControl/cancel()``.
  public var isCancelled: Bool
  /// Days in each staff member's row of ``assignments``.
  public var dayCount: Int

  /// What a staff member does on a day of the period.
  public subscript(staff: Int, day: Int) -> Assignment? {
    assignments[staff * dayCount + day]
  }
}
