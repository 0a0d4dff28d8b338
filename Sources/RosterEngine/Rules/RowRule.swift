/// One limit of a contract, compiled: how much a row exceeds it, and what that costs.
///
/// Each rule is a file of its own with a payload of plain numbers, so that a list of rules is one flat array. A rule's
/// `excess` looks at everything that the days of a window take part in; the difference of two calls, before and after
/// those days were changed, is the change of the whole row's excess.
struct RowRule: Sendable {
  enum Body: Sendable {
    case rest(RestRule)
    case weeklyRest(WeeklyRestRule)
    case succession(SuccessionRule)
    case longestRun(LongestRunRule)
    case shortestRun(ShortestRunRule)
    case total(TotalRule)
    case shiftCount(ShiftCountRule)
    case weekMinutes(WeekMinutesRule)
    case completeWeekends(CompleteWeekendsRule)
  }

  let kind: ConstraintKind
  /// Cost of one unit of excess, or negative for a rule that no move may break further.
  let weight: Int32
  /// A hard rule that an empty row breaks, such as least hours: the search pays for it, dearly, until it is kept.
  var isObligation = false
  let body: Body

  var isHard: Bool { weight < 0 }

  static func weight(_ strength: Strength) -> Int32 {
    switch strength {
    case .hard: -1
    case .soft(let weight): Int32(weight)
    }
  }

  /// The excess of all that the days of the window take part in.
  @inline(__always)
  func excess(_ row: Row, _ model: Model) -> Int {
    switch body {
    case .rest(let rule): rule.excess(row, model)
    case .weeklyRest(let rule): rule.excess(row, model)
    case .succession(let rule): rule.excess(row, model)
    case .longestRun(let rule): rule.excess(row, model)
    case .shortestRun(let rule): rule.excess(row, model)
    case .total(let rule): rule.excess(row, model)
    case .shiftCount(let rule): rule.excess(row, model)
    case .weekMinutes(let rule): rule.excess(row, model)
    case .completeWeekends(let rule): rule.excess(row, model)
    }
  }

  /// Where the rule sits in a ``RowAutomaton``, or `nil` if an automaton cannot hold it.
  var place: RowPlace? {
    let isBinding = isHard || isObligation
    switch body {
    case .rest, .weeklyRest, .weekMinutes: return nil
    case .succession(let rule): return .succession(table: Int(rule.table), weight: isBinding ? nil : Int(weight))
    case .longestRun(let rule): return .run(rule.counter(weight: isBinding ? nil : weight))
    case .shortestRun(let rule): return .run(rule.counter(weight: isBinding ? nil : weight))
    case .total(let rule): return .total(rule, weight: isBinding ? nil : Int(weight))
    case .shiftCount(let rule): return .shiftCount(rule, weight: isBinding ? nil : Int(weight))
    case .completeWeekends: return .completeWeekends(weight: isBinding ? nil : Int(weight))
    }
  }
}

/// A staff member's row as rules see it, with the window of row days they are asked about.
///
/// The pointers are good only during the call they are handed to.
struct Row {
  let codes: UnsafePointer<UInt8>
  let shiftCounts: UnsafePointer<Int16>
  let load: Load
  /// First and last row day of the window; both in the period.
  let first: Int
  let last: Int

  /// The code of a row day, which must be in `0..<Model.rowLength`.
  @inline(__always)
  subscript(day: Int) -> Int { Int(codes[day]) }

  /// Whether the code of a row day is in a set of codes.
  @inline(__always)
  func isIn(_ set: UInt64, _ day: Int) -> Bool {
    (set >> UInt64(codes[day])) & 1 != 0
  }
}
