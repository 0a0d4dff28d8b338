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
