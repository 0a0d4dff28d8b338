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

extension WeeklyRestRule: DiagramRule {
  /// Free since the week began.
  private static let free: UInt16 = 0
  /// The week has its span.
  private static let rested: UInt16 = .max

  var start: UInt16 { Self.free }

  /// Whether the week has its span; else the last day worked that the span may begin after.
  ///
  /// A shift that reaches into a week from more than a day before it is forgotten.
  func step(_ state: UInt16, day: Int, code: Int, _ model: Model) -> UInt16? {
    let today = code == 0 ? nil : DiagramDay(day: day, code: code)
    guard let number = model.weeksOfDay[day].first else { return today?.state(day + 1, model) ?? Self.free }
    let week = model.weeks[Int(number)]
    var isRested = state == Self.rested
    var last = isRested ? nil : DiagramDay(state, day, model)
    let freeFrom = { (last: DiagramDay?) in max(week.start, last.map { $0.time(model).end } ?? week.start) }
    if let today {
      if today.time(model).start - freeFrom(last) >= minutes { isRested = true }
      last = today
    }
    let isLast = day == Int(week.dayLast)
    // Off until the next day's first shift, or until the week is over.
    if !isRested && min(week.end, isLast ? week.end : earliestStart(on: day + 1, model)) - freeFrom(last) >= minutes {
      isRested = true
    }
    guard isLast else { return isRested ? Self.rested : last?.state(day + 1, model) ?? Self.free }
    if !isRested && day >= model.historyDays { return nil }
    guard let today, today.time(model).end > week.end else { return Self.free }
    return today.state(day + 1, model)
  }

  private func earliestStart(on day: Int, _ model: Model) -> Int32 {
    guard day < model.rowLength else { return .max }
    return model.times[(day * model.shiftCount)..<((day + 1) * model.shiftCount)].map(\.start).min() ?? .max
  }
}
