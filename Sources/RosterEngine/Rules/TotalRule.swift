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
