/// A hard rule of a row as a number that is kept from day to day: its place in a ``RowDiagram``.
protocol DiagramRule: Sendable {
  /// The number before the first row day.
  var start: UInt16 { get }

  /// The number after a row day of a code, or `nil` where a day of the period breaks the rule.
  ///
  /// Histories that lead to equal numbers must allow the same rows from there on; a rule that cannot tell may allow
  /// more, never less. Days of history are never refused.
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

/// A day worked and its code, as rules remember it from one day to the next.
struct DiagramDay {
  let day: Int
  let code: Int

  init(day: Int, code: Int) { (self.day, self.code) = (day, code) }

  /// Reads a state that was kept until a day; `nil` for 0.
  init?(_ state: UInt16, _ day: Int, _ model: Model) {
    guard state > 0 else { return nil }
    let (ago, shift) = Int(state - 1).quotientAndRemainder(dividingBy: model.shiftCount)
    self.init(day: day - 1 - ago, code: shift + 1)
  }

  /// The state that says so on a later day; 0 where that is too long ago to be told.
  func state(_ later: Int, _ model: Model) -> UInt16 {
    UInt16(exactly: 1 + (later - 1 - day) * model.shiftCount + code - 1) ?? 0
  }

  func time(_ model: Model) -> CellTime { model.times[day * model.shiftCount + code - 1] }
}

/// What is left of a limit, counted down day by day; more than the days to come can use is as good as no limit.
struct DiagramCounter: DiagramRule {
  let start: UInt16
  /// What each row day and code uses.
  private let use: [Int32]
  /// The most that the days from each row day on can use, until the count begins again.
  private let most: [Int32]
  /// What is left at row days where the count begins anew, elsewhere -1.
  private let restart: [Int32]
  private let codeCount: Int

  /// A limit on the sum of what days use.
  ///
  /// - Parameters:
  ///   - use: by row day and code, in any unit; what days of history use counts too.
  ///   - isFirst: the row days where the count begins anew.
  /// - Returns: `nil` where the numbers are too large to be kept.
  init?(limit: Int32, use: [Int32], isFirst: [Bool], codes: [UInt8], _ model: Model) {
    let unit = max(1, use.reduce(0) { Self.greatestCommonDivisor($0, $1) })
    let limit = max(0, limit) / unit
    guard limit <= Int32(UInt16.max) else { return nil }
    start = UInt16(limit)
    let codeCount = model.shiftCount + 1
    self.codeCount = codeCount
    let use = use.map { $0 / unit }
    self.use = use
    var most = [Int32](repeating: 0, count: model.rowLength + 1)
    for day in stride(from: model.rowLength - 1, through: 0, by: -1) {
      let largest = codes.reduce(0) { max($0, use[day * codeCount + Int($1)]) }
      let after = day + 1 < model.rowLength && isFirst[day + 1] ? 0 : most[day + 1]
      most[day] = largest + after
    }
    self.most = most
    restart = isFirst.map { $0 ? limit : -1 }
  }

  func step(_ state: UInt16, day: Int, code: Int, _ model: Model) -> UInt16? {
    let before = restart[day] >= 0 ? restart[day] : Int32(state)
    let left = before - use[day * codeCount + code]
    if left < 0 { return day < model.historyDays ? 0 : nil }
    return UInt16(min(left, day + 1 < model.rowLength && restart[day + 1] >= 0 ? 0 : most[day + 1]))
  }

  private static func greatestCommonDivisor(_ first: Int32, _ second: Int32) -> Int32 {
    var (first, second) = (first, second)
    while second != 0 { (first, second) = (second, first % second) }
    return first
  }
}
