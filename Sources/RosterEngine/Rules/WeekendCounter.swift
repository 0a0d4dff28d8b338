/// What is left of the weekends that may be worked, counted down day by day.
struct WeekendCounter: DiagramRule {
  let start: UInt16
  /// Weekends that begin on each row day or later.
  private let toCome: [UInt16]

  init(limit: Int32, _ model: Model) {
    var toCome = [UInt16](repeating: 0, count: model.rowLength + 1)
    for weekend in 0..<(model.weekends.starts.count - 1) {
      guard let first = model.weekends.items[model.weekends.range(weekend)].min() else { continue }
      for day in 0...Int(first) { toCome[day] += 1 }
    }
    self.toCome = toCome
    start = UInt16(clamping: min(max(0, limit), 1 << 14)) * 2
  }

  /// Twice the weekends left, and one more where today's is counted already.
  func step(_ state: UInt16, day: Int, code: Int, _ model: Model) -> UInt16? {
    let weekend = model.weekendOf[day]
    var (left, isCounted) = (state / 2, state % 2 == 1)
    if weekend >= 0 {
      if code != 0 && !isCounted {
        if left == 0 && day >= model.historyDays { return nil }
        left = left == 0 ? 0 : left - 1
        isCounted = true
      }
      let days = model.weekends.items[model.weekends.range(Int(weekend))]
      if day == Int(days.max() ?? 0) { isCounted = false }
    }
    // One that goes on tomorrow and is not counted yet may still be.
    let goesOn = day + 1 < model.rowLength && weekend >= 0 && model.weekendOf[day + 1] == weekend && !isCounted
    return min(left, toCome[day + 1] + (goesOn ? 1 : 0)) * 2 + (isCounted ? 1 : 0)
  }
}
