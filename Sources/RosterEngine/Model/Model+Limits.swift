extension Model {
  /// The most minutes a staff member may work in the period, or a very large number.
  func mostMinutes(of member: Int) -> Int {
    var most = Int.max
    for rule in rules.items[rules.range(Int(ruleSet[member]))] {
      if case .total(let total) = rule.body, total.measure == .minutes, total.isMaximum {
        most = min(most, Int(total.limit))
      }
    }
    return most
  }
}
