/// The most days in a row that a row may be in a set of codes: at work, at night, off, on one shift.
struct LongestRunRule: Sendable {
  let codes: UInt64
  let most: Int32

  /// Days of the period beyond the limit, over the runs that touch the window or its neighbours.
  func excess(_ row: Row, _ model: Model) -> Int {
    var day = max(0, row.first - 1)
    while day > 0 && row.isIn(codes, day) && row.isIn(codes, day - 1) { day -= 1 }
    let latest = min(model.rowLength - 1, row.last + 1)
    var count = 0
    while day <= latest {
      guard row.isIn(codes, day) else {
        day += 1
        continue
      }
      let start = day
      while day < model.rowLength && row.isIn(codes, day) { day += 1 }
      let inPeriod = day - max(start, model.historyDays)
      count += max(0, min(inPeriod, day - start - Int(most)))
    }
    return count
  }

  /// The rule as a count of days that an automaton keeps.
  func counter(weight: Int32?) -> RunCounter {
    RunCounter(codes: codes, limit: most, isMaximum: true, weight: weight)
  }
}

extension LongestRunRule: DiagramRule {
  var start: UInt16 { 0 }

  /// The days of the run so far.
  func step(_ state: UInt16, day: Int, code: Int, _ model: Model) -> UInt16? {
    guard (codes >> UInt64(code)) & 1 != 0 else { return 0 }
    let most = UInt16(clamping: most)
    if state >= most { return day < model.historyDays ? most : nil }
    return state + 1
  }
}
