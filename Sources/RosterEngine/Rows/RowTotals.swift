/// The rules of a row that add up over the period, as the row programme and annealing read them.
struct RowTotals: Sendable {
  /// A limit on a sum; without a weight it is hard.
  struct Limit: Sendable {
    let value: Int32
    let isMaximum: Bool
    let weight: Int?

    /// By how much a sum misses the limit, in the sum's own unit.
    @inline(__always)
    func excess(_ sum: Int32) -> Int {
      Int(max(0, isMaximum ? sum &- value : value &- sum))
    }
  }

  var minutes: [Limit] = []
  var days: [Limit] = []
  var weekends: [Limit] = []
  var shifts: [(code: Int, limit: Limit)] = []
  /// What a weekend worked in part costs; `nil` when nothing.
  var partWeekend: Int32?
  /// Whether a weekend worked in part is against a hard rule.
  var forbidsPartWeekend = false

  init(_ model: Model, ruleSet: Int) {
    for rule in model.rules.items[model.rules.range(ruleSet)] {
      switch rule.place {
      case .total(let total, let weight):
        let limit = Limit(value: total.limit, isMaximum: total.isMaximum, weight: weight)
        switch total.measure {
        case .minutes: minutes.append(limit)
        case .days: days.append(limit)
        case .weekends: weekends.append(limit)
        }
      case .shiftCount(let count, let weight):
        shifts.append((Int(count.shift) + 1, Limit(value: count.limit, isMaximum: count.isMaximum, weight: weight)))
      case .completeWeekends(let weight):
        partWeekend = weight.map { Int32($0) }
        forbidsPartWeekend = weight == nil
      case .succession, .run, nil: continue
      }
    }
  }
}
