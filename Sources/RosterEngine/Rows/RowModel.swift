/// Everything about rows that does not change during a search: automata, totals, starts.
///
/// It exists for problems whose members can be planned one by one against prices: no rule that needs instants, no cost
/// that ties a row to its posts of other days, no relation between counts.
struct RowModel: Sendable {
  let automata: [RowAutomaton]
  let totals: [RowTotals]
  /// Each member's state at the beginning of the period.
  let startState: [Int32]
  /// Weekends that are worked whatever the period holds.
  let startWeekends: [Int32]
  /// What each day of the period is of its weekend.
  let weekendPart: [WeekendPart]

  /// What a day is of its weekend.
  enum WeekendPart: UInt8, Sendable { case none, first, second }

  /// `nil` when a constraint of the problem has no place in it.
  init?(_ problem: Problem, _ model: Model) {
    guard model.shiftCount > 0, model.ratios.isEmpty, model.balances.items.isEmpty, model.continuityWeight == 0 else {
      return nil
    }
    var automata: [RowAutomaton] = []
    var totals: [RowTotals] = []
    for ruleSet in 0..<(model.rules.starts.count - 1) {
      guard let automaton = RowAutomaton(model, ruleSet: ruleSet) else { return nil }
      automata.append(automaton)
      totals.append(RowTotals(model, ruleSet: ruleSet))
    }
    var parts = [WeekendPart](repeating: .none, count: model.rowLength)
    for weekend in 0..<(model.weekends.starts.count - 1) {
      let days = model.weekends.items[model.weekends.range(weekend)].map { Int($0) }
      guard days.count <= 2, days.count < 2 || days[1] == days[0] + 1 else { return nil }
      parts[days[0]] = .first
      if days.count == 2 { parts[days[1]] = .second }
    }
    let start = SearchState(problem, model)
    var states: [Int32] = []
    for member in 0..<model.staffCount {
      let automaton = automata[Int(model.ruleSet[member])]
      var state = RowAutomaton.start
      for day in 0..<model.historyDays {
        state = automaton.step(state, Int(start.codes[member * model.rowLength + day]))
      }
      states.append(Int32(state))
    }
    let straddles =
      model.historyDays > 0 && model.rowLength > model.historyDays && parts[model.historyDays] == .second
    startWeekends = (0..<model.staffCount).map { member in
      straddles && start.codes[member * model.rowLength + model.historyDays - 1] != 0 ? 1 : 0
    }
    self.automata = automata
    self.totals = totals
    startState = states
    weekendPart = Array(parts[model.historyDays...])
  }
}

extension RowModel {
  /// The codes each cell of the period can have, by staff then day; one bit in a fixed cell.
  static func choices(_ model: Model, _ start: SearchState) -> [UInt64] {
    var choices = model.allowed
    for member in 0..<model.staffCount {
      var able: UInt64 = 1
      for option in model.options.items[model.options.range(Int(model.staffClass[member]))] { able |= option.codes }
      for day in 0..<model.dayCount {
        let cell = member * model.dayCount + day
        let code = start.codes[member * model.rowLength + model.historyDays + day]
        choices[cell] = choices[cell] == 0 ? 1 << UInt64(code) : choices[cell] & able
      }
    }
    return choices
  }

  /// What a row costs by its rules, single cells apart; `nil` if it breaks a hard one.
  func cost(of codes: some Collection<UInt8>, member: Int, _ model: Model) -> Int? {
    let automaton = automata[Int(model.ruleSet[member])]
    let total = totals[Int(model.ruleSet[member])]
    var state = Int(startState[member])
    var cost = 0
    var load = Load()
    load.weekends = startWeekends[member]
    var counts = [Int32](repeating: 0, count: automaton.codeCount)
    for (day, code) in codes.enumerated() {
      let index = state * automaton.codeCount + Int(code)
      guard automaton.breach[index].isNone else { return nil }
      cost += Int(automaton.cost[index])
      let wasOff = automaton.isOff[state]
      switch weekendPart[day] {
      case .first where code != 0: load.weekends += 1
      case .second:
        if wasOff && code != 0 { load.weekends += 1 }
        if wasOff != (code == 0) {
          if total.forbidsPartWeekend { return nil }
          cost += Int(total.partWeekend ?? 0)
        }
      default: break
      }
      if code != 0 {
        load.days += 1
        load.minutes += model.times[(day + model.historyDays) * model.shiftCount + Int(code) - 1].minutes
        counts[Int(code)] += 1
      }
      state = Int(automaton.next[index])
    }
    func add(_ limit: RowTotals.Limit, _ excess: Int) -> Bool {
      if excess > 0 && limit.weight == nil { return false }
      cost += excess * (limit.weight ?? 0)
      return true
    }
    for limit in total.minutes where !add(limit, (limit.excess(load.minutes) + 59) / 60) { return nil }
    for limit in total.days where !add(limit, limit.excess(load.days)) { return nil }
    for limit in total.weekends where !add(limit, limit.excess(load.weekends)) { return nil }
    for entry in total.shifts where !add(entry.limit, entry.limit.excess(counts[entry.code])) { return nil }
    return cost
  }
}

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
