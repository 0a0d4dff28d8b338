/// A hard rule of a row as a number that is kept from day to day: its place in a ``RowDiagram``.
protocol DiagramRule: Sendable {
  /// The number before the first row day.
  var start: UInt16 { get }

  /// The number after a row day of a code, or `nil` where a day of the period breaks the rule.
  ///
  /// Histories that lead to equal numbers must allow the same rows from there on; a rule that cannot tell may allow more,
  /// never less. Days of history are never refused.
  func step(_ state: UInt16, day: Int, code: Int, _ model: Model) -> UInt16?
}

extension RowRule {
  /// The rule's place in the diagram of a contract with these codes; `nil` for a rule that is soft or has none.
  func diagramRule(codes: [UInt8], _ model: Model) -> (any DiagramRule)? {
    guard isHard else { return nil }
    switch body {
    case .rest(let rule): return rule
    case .weeklyRest(let rule): return rule
    case .succession(let rule): return rule
    case .longestRun(let rule): return rule
    case .shortestRun(let rule): return rule
    case .total(let rule): return rule.counter(codes: codes, model)
    case .shiftCount(let rule): return rule.counter(codes: codes, model)
    case .weekMinutes(let rule): return rule.counter(codes: codes, model)
    case .completeWeekends: return nil
    }
  }
  /// The order in which rules are left out of a diagram that grows too wide, highest first.
  ///
  /// First go those that others nearly imply, or that staff who are alike can even out among themselves.
  var diagramRank: Int {
    switch kind {
    case .rest, .succession: 0
    case .totalMinutes, .assignments: 1
    case .weekMinutes: 2
    case .weeklyRest: 3
    case .weekends: 4
    case .workRun: 5
    case .offRun: 6
    case .nightRun: 7
    case .shiftRun: 8
    default: 9
    }
  }
}
