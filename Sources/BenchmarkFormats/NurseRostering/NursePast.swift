/// What a nurse did before the horizon.
public struct NursePast: Hashable, Sendable {
  /// Days worked so far.
  public var assignments = 0
  /// Weekends worked so far.
  public var weekends = 0
  /// The shift of the day before, or `nil` when that was off.
  public var lastShift: Int?
  /// Days in a row of that shift.
  public var sameShift = 0
  /// Days in a row of work.
  public var worked = 0
  /// Days in a row off.
  public var off = 0
}
