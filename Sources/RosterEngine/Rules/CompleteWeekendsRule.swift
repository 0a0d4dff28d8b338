/// Weekends worked on all their days or none; see ``Contract/completeWeekends``.
struct CompleteWeekendsRule: Sendable {
  /// Weekends of the window worked in part.
  func excess(_ row: Row, _ model: Model) -> Int {
    var count = 0
    var seen: Int32 = -1
    var day = row.first
    while day <= row.last {
      let weekend = model.weekendOf[day]
      if weekend >= 0 && weekend != seen {
        seen = weekend
        var worked = 0
        let days = model.weekends.range(Int(weekend))
        for index in days where row[Int(model.weekends.items[index])] != 0 { worked += 1 }
        if worked != 0 && worked != days.count { count += 1 }
      }
      day += 1
    }
    return count
  }
}
