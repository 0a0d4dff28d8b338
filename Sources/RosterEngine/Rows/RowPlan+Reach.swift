extension RowPlan {
  /// By layer and state, the sums that lie between a start from nothing and a right end; `low > high` when none.
  ///
  /// Weekends and counts are left out of it. Linear in days times states times groups.
  static func reach(
    _ member: Int, _ groups: [Group], _ endCosts: [Int32], _ programme: RowProgramme, _ automaton: RowAutomaton,
    _ model: Model
  ) -> [(low: Int32, high: Int32)] {
    let none = (low: Int32.max, high: Int32.min)
    let states = automaton.stateCount
    let days = model.dayCount
    var ahead = Array(repeating: none, count: (days + 1) * states)
    let low = Int32(endCosts.firstIndex { $0 < RowProgramme.unreachable } ?? Int(Int32.max))
    let high = Int32(endCosts.lastIndex { $0 < RowProgramme.unreachable } ?? -1)
    for state in 0..<states { ahead[days * states + state] = (low, high) }
    var behind = Array(repeating: none, count: (days + 1) * states)
    behind[Int(programme.rows.startState[member])] = (0, 0)

    func forEachStep(_ day: Int, _ body: (_ from: Int, _ to: Int, _ units: Int32) -> Void) {
      let choices = programme.choices[member * days + day]
      for group in groups where group.codes & choices != 0 {
        for state in 0..<states {
          let index = state * automaton.codeCount + group.first
          guard automaton.breach[index].isNone else { continue }
          body(day * states + state, (day + 1) * states + Int(automaton.next[index]), group.units)
        }
      }
    }
    for day in stride(from: days - 1, through: 0, by: -1) {
      forEachStep(day) { from, to, units in
        guard ahead[to].low <= ahead[to].high else { return }
        ahead[from].low = min(ahead[from].low, max(0, ahead[to].low - units))
        ahead[from].high = max(ahead[from].high, ahead[to].high - units)
      }
    }
    for day in 0..<days {
      forEachStep(day) { from, to, units in
        guard behind[from].low <= behind[from].high else { return }
        behind[to].low = min(behind[to].low, behind[from].low + units)
        behind[to].high = max(behind[to].high, behind[from].high + units)
      }
    }
    return zip(ahead, behind).map { ahead, behind in
      let both = (low: max(ahead.low, behind.low), high: min(ahead.high, behind.high))
      return both.low <= both.high ? both : none
    }
  }
}
