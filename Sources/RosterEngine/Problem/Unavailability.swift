/// Shifts that a staff member cannot work on one day: leave, training, a court date.
public struct Unavailability: Hashable, Sendable {
  /// Index into ``Problem/staff``.
  public var staff: Int
  /// Day in `0..<Problem.dayCount`.
  public var day: Int
  /// The shifts ruled out; ``ShiftSet/all`` for the whole day.
  public var shifts: ShiftSet

  /// Rules out shifts of a day, all of them unless said otherwise.
  public init(staff: Int, day: Int, shifts: ShiftSet = .all) {
    self.staff = staff
    self.day = day
    self.shifts = shifts
  }
}
