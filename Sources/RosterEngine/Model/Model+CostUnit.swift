extension Model {
  /// The greatest number that every cost of a roster is a multiple of, at least 1.
  ///
  /// A bound may be rounded up to it, and nothing is better that saves less.
  var costUnit: Int {
    var unit = 0
    func take(_ cost: Int) {
      var (a, b) = (unit, abs(cost))
      while b != 0 { (a, b) = (b, a % b) }
      unit = a
    }
    for weight in weights {
      take(Int(weight.missing))
      take(Int(weight.short))
      take(Int(weight.surplus))
    }
    for rule in rules.items where !rule.isHard && !rule.isObligation { take(Int(rule.weight)) }
    requestCosts.forEach(take)
    for option in options.items { take(Int(option.cost)) }
    if !referenceCodes.isEmpty { take(changeWeight) }
    return max(1, unit)
  }
}
