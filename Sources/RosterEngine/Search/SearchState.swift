/// A roster under search, with the counts that make a change cheap to judge.
///
/// Changing it is two steps, so that a move that breaks a hard rule never touches the cover counts: first the row
/// (``setCell(_:_:_:_:)``), then the cover (``addCover(_:_:)``, ``removeCover(_:_:)``).
struct SearchState: Sendable {
  /// Codes by staff then row day.
  private(set) var codes: [UInt8]
  /// The option worked by staff then row day; -1 when off and in history.
  private(set) var options: [Int32]
  private(set) var loads: [Load]
  /// Days of each shift in the period, by staff then shift.
  private(set) var shiftCounts: [Int16]
  /// Cover by point.
  var counts: [Int32]

  /// The roster with nothing in it but history, outside cover and fixed cells.
  init(_ problem: Problem, _ model: Model) {
    codes = Array(repeating: 0, count: model.staffCount * model.rowLength)
    options = Array(repeating: -1, count: model.staffCount * model.rowLength)
    loads = Array(repeating: Load(), count: model.staffCount)
    shiftCounts = Array(repeating: 0, count: model.staffCount * model.shiftCount)
    counts = model.outside.isEmpty ? Array(repeating: 0, count: model.needs.count) : model.outside
    for past in problem.history {
      codes[past.staff * model.rowLength + past.day + model.historyDays] = UInt8(past.assignment.shift + 1)
    }
    countHistoryWeekends(model)
    for cell in problem.fixed {
      guard let assignment = cell.assignment else { continue }
      let option = model.option(of: model.staffClass[cell.staff], post: Int32(assignment.post))
      put(cell.staff, cell.day + model.historyDays, UInt8(assignment.shift + 1), option, model)
    }
  }

  /// Weekends that history alone makes worked; later changes keep the counts right.
  private mutating func countHistoryWeekends(_ model: Model) {
    for weekend in 0..<(model.weekends.starts.count - 1) {
      let days = model.weekends.items[model.weekends.range(weekend)]
      for member in 0..<model.staffCount
      where days.contains(where: { codes[member * model.rowLength + Int($0)] != 0 }) {
        loads[member].weekends += 1
      }
    }
  }

  /// Changes a cell of the period and its cover, without judging it.
  mutating func put(_ member: Int, _ day: Int, _ code: UInt8, _ option: Int32, _ model: Model) {
    let cell = member * model.rowLength + day
    let (oldCode, oldOption) = (codes[cell], options[cell])
    setCell(member, day, code, option, model)
    _ = removeCover(day, oldCode, oldOption, model)
    _ = addCover(day, code, option, model)
  }

  /// Changes a cell of the period and what its row adds up to, but not the cover.
  @inline(__always)
  mutating func setCell(_ member: Int, _ day: Int, _ code: UInt8, _ option: Int32, _ model: Model) {
    let cell = member * model.rowLength + day
    let old = codes[cell]
    options[cell] = option
    guard old != code else { return }
    codes[cell] = code
    var load = loads[member]
    if old != 0 {
      load.minutes &-= model.times[day * model.shiftCount + Int(old) - 1].minutes
      shiftCounts[member * model.shiftCount + Int(old) - 1] &-= 1
      if (model.nightCodes >> UInt64(old)) & 1 != 0 { load.nights &-= 1 }
    }
    if code != 0 {
      load.minutes &+= model.times[day * model.shiftCount + Int(code) - 1].minutes
      shiftCounts[member * model.shiftCount + Int(code) - 1] &+= 1
      if (model.nightCodes >> UInt64(code)) & 1 != 0 { load.nights &+= 1 }
    }
    if (old == 0) != (code == 0) {
      let sign: Int32 = code == 0 ? -1 : 1
      load.days &+= sign
      let weekend = model.weekendOf[day]
      if weekend >= 0 {
        load.weekendDays &+= sign
        if !isWeekendWorked(member, Int(weekend), besides: day, model) { load.weekends &+= sign }
      }
    }
    loads[member] = load
  }

  /// Whether any point is below what it wants.
  func isShort(_ model: Model) -> Bool {
    counts.indices.contains { counts[$0] < model.wanted[$0] }
  }

  private func isWeekendWorked(_ member: Int, _ weekend: Int, besides day: Int, _ model: Model) -> Bool {
    for index in model.weekends.range(weekend) {
      let other = Int(model.weekends.items[index])
      if other != day && codes[member * model.rowLength + other] != 0 { return true }
    }
    return false
  }
}

extension SearchState {
  /// How much a row exceeds its hard rules around a window of row days.
  ///
  /// Stops at the first rule that makes it more than `most`.
  @inline(__always)
  func hardExcess(_ member: Int, _ first: Int, _ last: Int, most: Int, _ model: Model) -> Int {
    withRow(member, first, last, model) { row in
      var total = 0
      for index in model.rules.range(Int(model.ruleSet[member])) {
        let rule = model.rules.items[index]
        if !rule.isHard { break }
        total += rule.excess(row, model)
        if total > most { break }
      }
      return total
    }
  }

  /// What a row costs around a window of row days: soft rules, continuity, balance; not its single cells.
  @inline(__always)
  func softCost(_ member: Int, _ first: Int, _ last: Int, _ model: Model) -> Int {
    var cost = withRow(member, first, last, model) { row in
      var total = 0
      for index in model.rules.range(Int(model.ruleSet[member])).reversed() {
        let rule = model.rules.items[index]
        if rule.isHard { break }
        total += rule.excess(row, model) * Int(rule.weight)
      }
      return total
    }
    if model.continuityWeight > 0 { cost += continuityCost(member, first, last, model) }
    for index in model.balances.range(member) { cost += balanceCost(model.balances.items[index], loads[member]) }
    return cost
  }

  @inline(__always)
  private func withRow<Result>(
    _ member: Int, _ first: Int, _ last: Int, _ model: Model, _ body: (Row) -> Result
  ) -> Result {
    codes.withUnsafeBufferPointer { codes in
      shiftCounts.withUnsafeBufferPointer { shiftCounts in
        // A model without shifts has no rows to ask about, but its pointers may be nil.
        guard let code = codes.baseAddress, let count = shiftCounts.baseAddress else {
          preconditionFailure("a row was asked about in a problem without shifts")
        }
        return body(
          Row(
            codes: code + member * model.rowLength, shiftCounts: count + member * model.shiftCount,
            load: loads[member], first: first, last: last))
      }
    }
  }

  /// What ``totalCost(_:)`` charges for hard minima not reached, which is no cost of the roster.
  func obligationCost(_ model: Model) -> Int {
    guard model.shiftCount > 0, model.rules.items.contains(where: \.isObligation) else { return 0 }
    return (0..<model.staffCount).reduce(0) { $0 + obligationCost(of: $1, model) }
  }

  /// The part of a member in ``obligationCost(_:)``; the model must have shifts.
  func obligationCost(of member: Int, _ model: Model) -> Int {
    withRow(member, model.historyDays, model.rowLength - 1, model) { row in
      var total = 0
      for rule in model.rules.items[model.rules.range(Int(model.ruleSet[member]))] where rule.isObligation {
        total += rule.excess(row, model) * Int(rule.weight)
      }
      return total
    }
  }

  /// The whole cost, summed from the same parts that deltas are made of, hard minima not reached included.
  func totalCost(_ model: Model) -> Delta {
    var total = ratioCost(model)
    total.soft += coverCost(model)
    for member in 0..<model.staffCount where model.shiftCount > 0 {
      let (first, last) = (model.historyDays, model.rowLength - 1)
      total.hard += hardExcess(member, first, last, most: .max, model)
      total.soft += softCost(member, first, last, model)
      for day in first...last {
        let cell = member * model.rowLength + day
        total.soft += cellCost(member, day, codes[cell], options[cell], model)
      }
    }
    return total
  }

  /// The roster by staff then day of the period.
  func assignments(_ model: Model) -> [Assignment?] {
    var result: [Assignment?] = []
    result.reserveCapacity(model.staffCount * model.dayCount)
    for member in 0..<model.staffCount {
      for day in model.historyDays..<model.rowLength {
        let cell = member * model.rowLength + day
        if codes[cell] == 0 {
          result.append(nil)
        } else {
          let post = model.options.items[Int(options[cell])].post
          result.append(Assignment(shift: Int(codes[cell]) - 1, post: Int(post)))
        }
      }
    }
    return result
  }
}

/// What a cell becomes, or what it was.
struct Change: Equatable, Sendable {
  let member: Int32
  /// Row day, in the period.
  let day: Int32
  let code: UInt8
  /// Option worked, -1 when off.
  let option: Int32
}

/// A change of cost, and of how much hard rules are broken.
struct Delta: Equatable, Sendable {
  var hard = 0
  var soft = 0

  static func += (left: inout Delta, right: Delta) {
    left.hard += right.hard
    left.soft += right.soft
  }

  static func - (left: Delta, right: Delta) -> Delta {
    Delta(hard: left.hard - right.hard, soft: left.soft - right.soft)
  }
}
