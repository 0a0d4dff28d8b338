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
