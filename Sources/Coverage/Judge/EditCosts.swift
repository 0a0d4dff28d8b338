import RosterModel

/// What planning counts for units and squares, by the weights of a roster.
struct EditCosts {
  private let loads: GroupLoads
  private let wishes: [UnitReference: [Request]]

  /// The costs in a roster as it stands; O(units + assignments + requests).
  init(_ grid: CoverageGrid) {
    loads = GroupLoads(grid)
    wishes = Dictionary(grouping: grid.frame.roster.requests, by: \.unit)
  }

  /// Adds what a square costs.
  static func add(_ state: SquareState, _ weights: Weights, to cost: inout EditCost) {
    cost.gap += state.gap * EditCost.clamped(weights.gap)
    cost.shortfall += state.shortfall * EditCost.clamped(weights.shortfall)
    cost.surplus += state.surplus * EditCost.clamped(weights.surplus)
  }

  /// Adds what a unit's postings cost.
  func add(_ timeline: UnitTimeline, to cost: inout EditCost) {
    let frame = timeline.frame
    let weights = frame.roster.settings.weights
    let unit = frame.roster.units[timeline.unit]
    cost.fairness += loads.cost(timeline)
    var last: Int32?
    for entry in timeline.entries {
      if entry.isInPeriod {
        cost.farFromHome +=
          frame.roster.distance(from: unit.home, to: frame.roster.beats[Int(entry.beat)])
          * EditCost.clamped(weights.farFromHome)
        if let last, last != entry.beat { cost.continuity += EditCost.clamped(weights.continuity) }
      }
      last = entry.beat
    }
    for request in wishes[UnitReference(timeline.unit)] ?? [] {
      let missed = request.missedDays(timeline)
      cost.request += missed * EditCost.clamped(EditCost.clamped(request.weight) * EditCost.clamped(weights.request))
    }
  }
}

extension Request {
  /// On how many days of the period the unit's postings do not meet it.
  fileprivate func missedDays(_ timeline: UnitTimeline) -> Int {
    let frame = timeline.frame
    return (0..<frame.days).count { offset in
      guard days.contains(frame.day(offset)) else { return false }
      let own = timeline.entries.filter { Int($0.day) == offset }
      let isSo =
        switch matter {
        case .off: own.isEmpty
        case .anyShift: !own.isEmpty
        case .shift(let shift): own.contains { $0.shift == shift.raw }
        }
      return isSo != (wish == .want)
    }
  }
}
