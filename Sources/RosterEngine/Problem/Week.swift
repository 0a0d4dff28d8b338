/// A span of days for weekly rules: rest and minutes.
public struct Week: Hashable, Sendable {
  /// Its days; may begin in history and end after the period, where all time is free.
  public var days: Range<Int>
  /// The instant it begins, in the minutes of ``ShiftTime``.
  public var start: Int
  /// The instant it ends.
  public var end: Int

  /// Creates a week from its days and its instants.
  public init(days: Range<Int>, start: Int, end: Int) {
    self.days = days
    self.start = start
    self.end = end
  }
}
