/// A limit on what a row adds up to over the period: minutes, days worked, weekends worked.
struct TotalRule: Sendable {
  enum Measure: Sendable { case minutes, days, weekends }

  let measure: Measure
  let isMaximum: Bool
  let limit: Int32

  /// Days, weekends or started hours beyond the limit.
  func excess(_ row: Row, _ model: Model) -> Int {
    let total =
      switch measure {
      case .minutes: row.load.minutes
      case .days: row.load.days
      case .weekends: row.load.weekends
      }
    let beyond = Int(max(0, isMaximum ? total &- limit : limit &- total))
    return measure == .minutes ? (beyond + 59) / 60 : beyond
  }
}

extension TotalRule {
  /// The rule as what is left of it; `nil` for a minimum.
  func counter(codes: [UInt8], _ model: Model) -> (any DiagramRule)? {
    guard isMaximum else { return nil }
    if measure == .weekends { return WeekendCounter(limit: limit, model) }
    let use = (0..<model.rowLength).flatMap { day in
      (0...model.shiftCount).map { code -> Int32 in
        if code == 0 || day < model.historyDays { return 0 }
        return measure == .days ? 1 : model.times[day * model.shiftCount + code - 1].minutes
      }
    }
    return DiagramCounter(
      limit: limit, use: use, isFirst: Array(repeating: false, count: model.rowLength), codes: codes, model)
  }
}

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
