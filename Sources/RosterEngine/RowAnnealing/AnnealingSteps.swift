/// The automata of all rule sets in one table of steps, equal ones once, with codes that act alike as one *letter*.
///
/// A step is read from `base + part * size + row + letter`, `row` being the state times the letters and `part` what the
/// day is of its weekend: weekends worked and weekends worked in part come out of the same look-up as runs do.
struct AnnealingSteps: Sendable {
  /// Row of the next state.
  private(set) var next: [Int32] = []
  /// What the step costs by soft rules.
  private(set) var cost: [Int32] = []
  /// Weekends that the step makes worked.
  private(set) var weekend: [UInt8] = []
  /// Breaches of ``BreachClass/inSteps``, four for each step.
  private(set) var breaches: [UInt8] = []
  /// By automaton.
  private(set) var bases: [Int32] = []
  private(set) var sizes: [Int32] = []
  private(set) var letterCounts: [Int32] = []
  /// By automaton, then code.
  private(set) var letters: [UInt8] = []
  /// Automaton of each rule set.
  private(set) var automaton: [Int] = []

  /// Rows must fit in this many bits of a packed step.
  static let rowBits = 20

  private struct Key: Hashable {
    let next: [Int32]
    let cost: [Int32]
    let breach: [RowAutomaton.Breach]
    let partWeekend: Int32?
    let forbidsPartWeekend: Bool
  }

  /// `nil` when an automaton is too large to be packed.
  init?(_ rows: RowModel) {
    var known: [Key: Int] = [:]
    for (automaton, totals) in zip(rows.automata, rows.totals) {
      let key = Key(
        next: automaton.next, cost: automaton.cost, breach: automaton.breach, partWeekend: totals.partWeekend,
        forbidsPartWeekend: totals.forbidsPartWeekend)
      let place = known[key] ?? known.count
      self.automaton.append(place)
      guard known[key] == nil else { continue }
      known[key] = place
      append(automaton, totals)
      guard (sizes.last ?? 0) < 1 << Self.rowBits else { return nil }
    }
  }

  private mutating func append(_ automaton: RowAutomaton, _ totals: RowTotals) {
    var firsts: [Int] = []
    for code in 0..<automaton.codeCount {
      let alike = firsts.firstIndex { ($0 == 0) == (code == 0) && automaton.actsAlike($0, code) }
      letters.append(UInt8(alike ?? firsts.count))
      if alike == nil { firsts.append(code) }
    }
    bases.append(Int32(next.count))
    sizes.append(Int32(automaton.stateCount * firsts.count))
    letterCounts.append(Int32(firsts.count))
    for part in [RowModel.WeekendPart.none, .first, .second] {
      for state in 0..<automaton.stateCount {
        for code in firsts { appendStep(automaton, totals, part, state, code, letterCount: Int32(firsts.count)) }
      }
    }
  }

  private mutating func appendStep(
    _ automaton: RowAutomaton, _ totals: RowTotals, _ part: RowModel.WeekendPart, _ state: Int, _ code: Int,
    letterCount: Int32
  ) {
    let index = state * automaton.codeCount + code
    let (works, wasOff) = (code != 0, automaton.isOff[state])
    let isPart = part == .second && works == wasOff
    next.append(automaton.next[index] * letterCount)
    cost.append(automaton.cost[index] + (isPart ? totals.partWeekend ?? 0 : 0))
    weekend.append(part == .first && works || part == .second && works && wasOff ? 1 : 0)
    let breach = automaton.breach[index]
    breaches += [
      breach.succession, breach.longest, breach.shortest, isPart && totals.forbidsPartWeekend ? 1 : 0,
    ]
  }
}
