/// Minutes free between one shift and the next one worked, however many days apart; see ``Contract/minimumRest``.
struct RestRule: Sendable {
  let minutes: Int32
  /// Days apart from which two shifts always have rest enough.
  let reach: Int32

  /// Pairs of successive shifts with too little rest.
  func excess(_ row: Row, _ model: Model) -> Int {
    var previous = -1
    var day = row.first - 1
    let earliest = max(0, row.first - Int(reach))
    while day >= earliest {
      if row[day] != 0 {
        previous = day
        break
      }
      day -= 1
    }
    var count = 0
    let latest = min(model.rowLength - 1, row.last + Int(reach))
    day = row.first
    while day <= latest {
      let code = row[day]
      if code != 0 {
        if previous >= 0 {
          let end = model.times[previous * model.shiftCount + row[previous] - 1].end
          if model.times[day * model.shiftCount + code - 1].start &- end < minutes { count += 1 }
        }
        if day > row.last { break }
        previous = day
      }
      day += 1
    }
    return count
  }
}

extension RestRule: DiagramRule {
  var start: UInt16 { 0 }

  /// 0 where rest is sure; else the last day worked and its code.
  func step(_ state: UInt16, day: Int, code: Int, _ model: Model) -> UInt16? {
    let last = DiagramDay(state, day, model)
    guard code != 0 else {
      return last.map { $0.binds(self, from: day + 1, model) ? $0.state(day + 1, model) : 0 } ?? 0
    }
    let time = model.times[day * model.shiftCount + code - 1]
    if let last, time.start - last.time(model).end < minutes, day >= model.historyDays { return nil }
    let today = DiagramDay(day: day, code: code)
    return today.binds(self, from: day + 1, model) ? today.state(day + 1, model) : 0
  }
}

extension DiagramDay {
  /// Whether some shift from a row day on is too close to this one.
  fileprivate func binds(_ rule: RestRule, from first: Int, _ model: Model) -> Bool {
    let end = time(model).end
    return (first..<max(first, min(model.rowLength, day + Int(rule.reach)))).contains { day in
      model.times[(day * model.shiftCount)..<((day + 1) * model.shiftCount)].contains { $0.start - end < rule.minutes }
    }
  }
}
