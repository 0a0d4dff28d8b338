/// The fewest days in a row that a row may be in a set of codes once it is.
struct ShortestRunRule: Sendable {
  let codes: UInt64
  let fewest: Int32

  /// Days lacking, over the closed runs that touch the window or its neighbours.
  ///
  /// A run open at either end of the row is not charged, nor one that the history itself closes.
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
      if start > 0 && day < model.rowLength && day >= model.historyDays {
        count += max(0, Int(fewest) - (day - start))
      }
    }
    return count
  }

  /// The rule as a count of days that an automaton keeps.
  func counter(weight: Int32?) -> RunCounter {
    RunCounter(codes: codes, limit: fewest, isMaximum: false, weight: weight)
  }
}

extension ShortestRunRule: DiagramRule {
  /// A run that is there on the first known day may have begun before it.
  var start: UInt16 { UInt16(clamping: fewest) }

  /// The days of the run so far, no more than are needed.
  func step(_ state: UInt16, day: Int, code: Int, _ model: Model) -> UInt16? {
    let fewest = UInt16(clamping: fewest)
    if (codes >> UInt64(code)) & 1 != 0 { return state < fewest ? state + 1 : fewest }
    return state > 0 && state < fewest && day >= model.historyDays ? nil : 0
  }
}
