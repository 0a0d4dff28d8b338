/// An assignment of one staff member on one day, used for history.
public struct DatedAssignment: Hashable, Sendable {
  /// Index into ``Problem/staff``.
  public var staff: Int
  /// Day number; history days are negative, `-1` being the day before the period.
  public var day: Int
  /// The shift and post worked.
  public var assignment: Assignment

  /// Creates an assignment of a staff member on a day.
  public init(staff: Int, day: Int, assignment: Assignment) {
    self.staff = staff
    self.day = day
    self.assignment = assignment
  }
}
