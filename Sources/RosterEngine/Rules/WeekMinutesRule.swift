/// A limit on the minutes worked on the days of each week; see ``Contract/weekMinutes``.
struct WeekMinutesRule: Sendable {
  let isMaximum: Bool
  let limit: Int32

  /// Started hours beyond the limit, over the weeks of the window.
  func excess(_ row: Row, _ model: Model) -> Int {
    var count = 0
    var week = Int(model.weeksOfDay[row.first].lowerBound)
    if model.weeksOfDay[row.first].isEmpty { week = Int(firstWeek(from: row.first, to: row.last, model)) }
    var last = Int(model.weeksOfDay[row.last].upperBound)
    if model.weeksOfDay[row.last].isEmpty { last = Int(lastWeek(from: row.first, to: row.last, model)) }
    while week < last {
      var minutes: Int32 = 0
      var day = Int(model.weeks[week].dayFirst)
      while day <= Int(model.weeks[week].dayLast) {
        let code = row[day]
        if code != 0 { minutes &+= model.times[day * model.shiftCount + code - 1].minutes }
        day += 1
      }
      let beyond = Int(max(0, isMaximum ? minutes &- limit : limit &- minutes))
      count += (beyond + 59) / 60
      week += 1
    }
    return count
  }

  private func firstWeek(from first: Int, to last: Int, _ model: Model) -> Int32 {
    for day in first...last where !model.weeksOfDay[day].isEmpty { return model.weeksOfDay[day].lowerBound }
    return 0
  }

  private func lastWeek(from first: Int, to last: Int, _ model: Model) -> Int32 {
    for day in stride(from: last, through: first, by: -1) where !model.weeksOfDay[day].isEmpty {
      return model.weeksOfDay[day].upperBound
    }
    return 0
  }
}

extension WeekMinutesRule {
  /// The rule as what is left of it, week by week; `nil` for a minimum.
  func counter(codes: [UInt8], _ model: Model) -> DiagramCounter? {
    guard isMaximum else { return nil }
    var use = [Int32](repeating: 0, count: model.rowLength * (model.shiftCount + 1))
    var isFirst = [Bool](repeating: false, count: model.rowLength)
    for week in model.weeks where week.dayFirst <= week.dayLast {
      isFirst[Int(week.dayFirst)] = true
      for day in Int(week.dayFirst)...Int(week.dayLast) {
        for code in 1..<(model.shiftCount + 1) {
          use[day * (model.shiftCount + 1) + code] = model.times[day * model.shiftCount + code - 1].minutes
        }
      }
    }
    return DiagramCounter(limit: limit, use: use, isFirst: isFirst, codes: codes, model)
  }
}
