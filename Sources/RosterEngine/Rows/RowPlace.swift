/// Where a rule of a row sits when the row is read day by day.
enum RowPlace: Sendable {
  /// In the step from one day's code to the next.
  case succession(table: Int, weight: Int?)
  /// In a count of days in a row.
  case run(RunCounter)
  /// In what the row adds up to.
  case total(TotalRule, weight: Int?)
  /// In how often a shift is worked.
  case shiftCount(ShiftCountRule, weight: Int?)
  /// In the step from the first to the second day of a weekend.
  case completeWeekends(weight: Int?)
}

/// A limit on days in a row as a count that is kept from day to day; without a weight it is hard.
struct RunCounter: Sendable {
  let codes: UInt64
  let limit: Int32
  let isMaximum: Bool
  let weight: Int32?

  /// The count after a day of a code, and the days lacking or too many that the day brings to light.
  ///
  /// A run that begins on the first known day may have begun before it, so it is long enough for any minimum.
  func step(_ count: UInt8, code: Int, isFirstDay: Bool) -> (count: UInt8, excess: Int) {
    let belongs = (codes >> UInt64(code)) & 1 != 0
    let most = UInt8(clamping: limit)
    if isMaximum {
      guard belongs else { return (0, 0) }
      return count >= most ? (most, 1) : (count + 1, 0)
    }
    if belongs { return (isFirstDay ? most : min(most, count + 1), 0) }
    return (0, count > 0 ? Int(most - count) : 0)
  }
}
