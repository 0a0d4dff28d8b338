/// A staff member's day of the period that the search must leave as it is.
public struct FixedCell: Hashable, Sendable {
  /// Index into ``Problem/staff``.
  public var staff: Int
  /// Day in `0..<Problem.dayCount`.
  public var day: Int
  /// What is worked, or `nil` for a day off.
  public var assignment: Assignment?

  /// Fixes a staff member's day to an assignment, or to off.
  public init(staff: Int, day: Int, assignment: Assignment?) {
    self.staff = staff
    self.day = day
    self.assignment = assignment
  }
}
