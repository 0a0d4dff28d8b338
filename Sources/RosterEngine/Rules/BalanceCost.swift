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
