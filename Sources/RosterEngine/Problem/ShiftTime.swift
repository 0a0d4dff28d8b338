/// When a shift of one particular day is worked.
///
/// Start and end are instants, not clock times, so rest is elapsed time on the days the clock changes too.
public struct ShiftTime: Hashable, Sendable {
  /// Minutes from any fixed instant that all times of the problem share; may be negative.
  public var start: Int
  /// Minutes from the same instant; after `start`, possibly on a later day.
  public var end: Int
  /// Minutes that count as work.
  public var minutes: Int

  /// Creates a time; without `minutes` the whole span is work.
  public init(start: Int, end: Int, minutes: Int? = nil) {
    self.start = start
    self.end = end
    self.minutes = minutes ?? (end - start)
  }
}
