/// The cost of a roster by what it is for, and the hard rules it breaks.
public struct CostBreakdown: Hashable, Sendable {
  private var costs: [Int]
  private var violations: [Int]
  /// Units missing below a minimum, over all slots.
  public internal(set) var missingUnits = 0
  /// Units missing between minimum and preferred, over all slots.
  public internal(set) var shortUnits = 0
  /// Units above a maximum, over all slots.
  public internal(set) var surplusUnits = 0

  init() {
    costs = Array(repeating: 0, count: ConstraintKind.allCases.count)
    violations = costs
  }

  /// Everything the roster costs, hard rules apart.
  public var total: Int { costs.reduce(0, +) }
  /// How much hard rules are broken, in the units of each rule.
  public var hardTotal: Int { violations.reduce(0, +) }

  /// The cost of one kind of constraint.
  public func cost(of kind: ConstraintKind) -> Int { costs[kind.rawValue] }
  /// How much hard constraints of one kind are broken.
  public func violation(of kind: ConstraintKind) -> Int { violations[kind.rawValue] }

  static func += (left: inout CostBreakdown, right: CostBreakdown) {
    for index in left.costs.indices {
      left.costs[index] += right.costs[index]
      left.violations[index] += right.violations[index]
    }
    left.missingUnits += right.missingUnits
    left.shortUnits += right.shortUnits
    left.surplusUnits += right.surplusUnits
  }

  mutating func add(cost: Int, to kind: ConstraintKind) { costs[kind.rawValue] += cost }

  mutating func add(_ excess: Int, _ strength: Strength, to kind: ConstraintKind) {
    switch strength {
    case .hard: violations[kind.rawValue] += excess
    case .soft(let weight): costs[kind.rawValue] += excess * weight
    }
  }
}

/// What a cost or a violation is about.
public enum ConstraintKind: Int, Hashable, Sendable, CaseIterable {
  /// Cover below the minimum.
  case missing
  /// Cover below the preferred number.
  case short
  /// Cover above the maximum.
  case surplus
  /// ``Problem/ratios``.
  case ratio
  /// ``Contract/minimumRest``.
  case rest
  /// ``Contract/overlap``.
  case overlap
  /// ``Contract/weeklyRest``.
  case weeklyRest
  /// ``Contract/forbiddenSuccessions``.
  case succession
  /// ``Contract/workRun``.
  case workRun
  /// ``Contract/nightRun``.
  case nightRun
  /// ``Contract/offRun``.
  case offRun
  /// ``Contract/shiftRuns``.
  case shiftRun
  /// ``Contract/totalMinutes``.
  case totalMinutes
  /// ``Contract/assignments``.
  case assignments
  /// ``Contract/shiftCounts``.
  case shiftCount
  /// ``Contract/weekMinutes``.
  case weekMinutes
  /// ``Contract/maximumWeekends``.
  case weekends
  /// ``Contract/completeWeekends``.
  case completeWeekends
  /// ``Problem/requests``.
  case request
  /// ``PostOption/cost``.
  case post
  /// ``Problem/continuityWeight``.
  case continuity
  /// ``Problem/balances``.
  case balance
  /// ``Problem/reference``.
  case change
}
