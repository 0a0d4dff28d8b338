// Continuity: the same post as on the last day worked.

extension SearchState {
  /// Changes of post between days worked, for the pairs that the window takes part in.
  func continuityCost(_ member: Int, _ first: Int, _ last: Int, _ model: Model) -> Int {
    let base = member * model.rowLength
    var previous: Int32 = -1
    var day = first - 1
    while day >= 0 && codes[base + day] == 0 { day -= 1 }
    if day >= model.historyDays {
      previous = model.options.items[Int(options[base + day])].post
    } else if day >= 0 {
      previous = model.lastPost[member]
    }
    var changes = 0
    day = first
    while day < model.rowLength {
      if codes[base + day] != 0 {
        let post = model.options.items[Int(options[base + day])].post
        if previous >= 0 && post != previous { changes += 1 }
        if day > last { break }
        previous = post
      }
      day += 1
    }
    return changes * model.continuityWeight
  }
}
