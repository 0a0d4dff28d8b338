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
