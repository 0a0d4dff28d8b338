/// One uninterrupted free span in every week; see ``Contract/weeklyRest``.
struct WeeklyRestRule: Sendable {
  let minutes: Int32

  /// Weeks without such a span.
  func excess(_ row: Row, _ model: Model) -> Int {
    let first = model.weeksReached[row.first].lowerBound
    let last = model.weeksReached[row.last].upperBound
    var count = 0
    var week = Int(first)
    while week < Int(last) {
      if !isRested(row, model, model.weeks[week]) { count += 1 }
      week += 1
    }
    return count
  }

  private func isRested(_ row: Row, _ model: Model, _ week: WeekEntry) -> Bool {
    var freeFrom = week.start
    var day = Int(week.reachFirst)
    while day <= Int(week.reachLast) {
      let code = row[day]
      if code != 0 {
        let time = model.times[day * model.shiftCount + code - 1]
        if time.start < week.end && time.end > week.start {
          if time.start &- freeFrom >= minutes { return true }
          freeFrom = max(freeFrom, time.end)
        }
      }
      day += 1
    }
    return week.end &- freeFrom >= minutes
  }
}
