// Costs that depend on one cell alone: requests, posts and the change against a reference.

extension SearchState {
  /// What one cell costs by itself: request, post, change.
  @inline(__always)
  func cellCost(_ member: Int, _ day: Int, _ code: UInt8, _ option: Int32, _ model: Model) -> Int {
    let cell = member * model.dayCount + day - model.historyDays
    var cost = 0
    let request = model.requestStart[cell]
    if request >= 0 { cost += model.requestCosts[Int(request) + Int(code)] }
    var post: Int32 = -1
    if code != 0 {
      cost += Int(model.options.items[Int(option)].cost)
      post = model.options.items[Int(option)].post
    }
    if !model.referenceCodes.isEmpty && (model.referenceCodes[cell] != code || model.referencePosts[cell] != post) {
      cost += model.changeWeight
    }
    return cost
  }
}

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

// Fairness: each member's load near its target.

extension SearchState {
  /// The square of what a load misses its target by, beyond the tolerance; see ``Balance``.
  func balanceCost(_ balance: BalanceEntry, _ load: Load) -> Int {
    let hundredths =
      switch balance.measure {
      case 0: Int(load.nights) * 100
      case 1: Int(load.weekendDays) * 100
      default: Int(load.minutes) * 100 / 60
      }
    let excess = max(0, abs(hundredths - balance.target) - balance.tolerance)
    return balance.weight * excess * excess / 10_000
  }
}
