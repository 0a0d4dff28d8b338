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
