/// What the row programme knows of one member: which codes act alike, the axes, and the sums from which the end is in
/// reach.
struct RowPlan: Sendable {
  /// Codes that no rule tells apart: same steps of the automaton, same sum, same count.
  struct Group: Sendable {
    var codes: UInt64
    let first: Int
    let units: Int32
    /// Index in ``RowPlan/tracked``, or -1.
    let tracked: Int
  }

  let groups: [Group]
  /// The group of a day off.
  let offGroup: Int
  let tracked: [Int]
  let countLimits: [(code: Int, most: Int32)]
  let trackedLimits: [Int32]
  /// Values of the weekend axis; weekends above the last one cost ``weekendWeight`` each, or are ruled out without one.
  let weekendValues: Int
  let weekendWeight: Int32?
  /// The most weekends without a charge; below zero where the past has taken more.
  let weekendLimit: Int32
  let outerCount: Int
  /// By state, then group: what a day of the group does.
  let steps: [Step]
  /// By group, then state: the states from which the group leads there.
  let sources: Spread<Int32>
  /// By axis, see ``axis(startsWeekend:tracked:)``, then outer index: where a worked day leads.
  let outerSteps: [OuterStep]
  /// Largest sum.
  let most: Int
  /// What a sum costs at the end, ``RowProgramme/unreachable`` if it breaks a hard limit.
  let endCosts: [Int32]
  /// By layer and state, the sums from which a right end is in reach; `low > high` when none.
  let reach: [(low: Int32, high: Int32)]
  /// The most sums that a state has in reach on a day.
  let width: Int

  /// What a day of a group does in a state; `next` is -1 where it breaks a hard rule.
  struct Step: Sendable {
    let next: Int32
    let cost: Int32
  }

  init(_ member: Int, tracked: [Int], _ programme: RowProgramme, _ model: Model) {
    let ruleSet = Int(model.ruleSet[member])
    let automaton = programme.rows.automata[ruleSet]
    let totals = programme.rows.totals[ruleSet]
    self.tracked = tracked
    let limits = totals.shifts.map { (code: $0.code, most: max(0, $0.limit.value)) }
    countLimits = limits
    trackedLimits = tracked.map { code in limits.first { $0.code == code }?.most ?? 0 }

    var groups: [Group] = []
    for code in 0..<automaton.codeCount {
      let place = tracked.firstIndex(of: code) ?? -1
      let same = groups.firstIndex { group in
        group.units == programme.units[code] && group.tracked == place && (group.first == 0) == (code == 0)
          && automaton.actsAlike(group.first, code)
      }
      if let same {
        groups[same].codes |= 1 << UInt64(code)
      } else {
        groups.append(Group(codes: 1 << UInt64(code), first: code, units: programme.units[code], tracked: place))
      }
    }
    self.groups = groups
    offGroup = groups.firstIndex { $0.first == 0 } ?? 0

    let weekend = totals.weekends.first
    weekendWeight = weekend.flatMap { limit in limit.weight.map { Int32($0) } }
    weekendLimit = weekend?.value ?? 0
    weekendValues = weekend == nil ? 0 : Int(min(max(0, weekend?.value ?? 0), Int32(model.dayCount))) + 1
    outerCount = Self.outerCount(weekendValues, trackedLimits)

    let sums = programme.isMinutes ? totals.minutes : totals.days
    let most = Self.most(sums, programme, model)
    endCosts = (0...most).map { Self.endCost(of: Int32($0) * programme.unit, sums, isMinutes: programme.isMinutes) }
    self.most = most
    let reach = Self.reach(member, groups, endCosts, programme, automaton, model)
    self.reach = reach
    width = Int(reach.map { $0.high &- $0.low &+ 1 }.filter { $0 > 0 }.max() ?? 1)

    let steps = (0..<automaton.stateCount).flatMap { state in
      groups.map { group in
        let index = state * automaton.codeCount + group.first
        return Step(
          next: automaton.breach[index].isNone ? automaton.next[index] : -1, cost: automaton.cost[index])
      }
    }
    self.steps = steps
    var sources = Spread<Int32>()
    for group in groups.indices {
      var into = [[Int32]](repeating: [], count: automaton.stateCount)
      for state in 0..<automaton.stateCount {
        let next = steps[state * groups.count + group].next
        if next >= 0 { into[Int(next)].append(Int32(state)) }
      }
      for list in into { sources.append(list) }
    }
    self.sources = sources
    let axes = OuterAxes(
      weekendValues: weekendValues, weekendWeight: weekendWeight, countLimits: trackedLimits, size: outerCount)
    outerSteps = axes.steps
  }

  /// The row of ``outerSteps`` for a worked day.
  @inline(__always)
  func axis(startsWeekend: Bool, tracked: Int) -> Int { ((tracked + 1) * 2 + (startsWeekend ? 1 : 0)) * outerCount }

  /// The weekends that an outer index stands for.
  @inline(__always)
  func weekends(_ outer: Int) -> Int { weekendValues > 0 ? outer % weekendValues : 0 }

  private static func most(_ sums: [RowTotals.Limit], _ programme: RowProgramme, _ model: Model) -> Int {
    guard !sums.isEmpty else {
      return programme.units.contains { $0 > 0 } ? Int(programme.units.max() ?? 0) * model.dayCount : 0
    }
    var most = Int(programme.units.max() ?? 0) * model.dayCount
    for limit in sums where limit.isMaximum && limit.weight == nil {
      most = min(most, Int(max(0, limit.value)) / Int(programme.unit))
    }
    return most
  }

  private static func endCost(of sum: Int32, _ limits: [RowTotals.Limit], isMinutes: Bool) -> Int32 {
    var cost: Int32 = 0
    for limit in limits {
      let excess = isMinutes ? (limit.excess(sum) + 59) / 60 : limit.excess(sum)
      guard excess > 0 else { continue }
      guard let weight = limit.weight else { return RowProgramme.unreachable }
      cost += Int32(clamping: excess * weight)
    }
    return cost
  }

  /// Values of the outer axes with these counts tracked.
  func outerCount(tracking codes: [Int]) -> Int {
    Self.outerCount(weekendValues, codes.map { code in countLimits.first { $0.code == code }?.most ?? 0 })
  }

  private static func outerCount(_ weekendValues: Int, _ limits: [Int32]) -> Int {
    limits.reduce(max(1, weekendValues)) { min(1 << 24, $0 * (Int($1) + 1)) }
  }

  /// A code worked more often than allowed.
  func brokenCount(_ codes: [UInt8]) -> Int? {
    countLimits.first { limit in
      !tracked.contains(limit.code) && codes.count { Int($0) == limit.code } > Int(limit.most)
    }?.code
  }
}

extension RowAutomaton {
  /// Whether two codes lead every state to the same state at the same cost.
  func actsAlike(_ first: Int, _ second: Int) -> Bool {
    for state in 0..<stateCount {
      let (a, b) = (state * codeCount + first, state * codeCount + second)
      if next[a] != next[b] || cost[a] != cost[b] || breach[a] != breach[b] { return false }
    }
    return true
  }
}

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

/// The axes of a row programme beside the sum: weekends worked, and each tracked shift count, as one index.
struct OuterAxes: Sendable {
  /// Values of the weekend axis, 0 without one; weekends above the last value cost ``weekendWeight`` each, or are ruled
  /// out without a weight.
  let weekendValues: Int
  let weekendWeight: Int32?
  let countLimits: [Int32]
  /// Values of all axes together.
  let size: Int

  /// Where a worked day leads: for each tracked count or none, and for a day that starts a weekend or not, by index.
  var steps: [OuterStep] {
    var steps: [OuterStep] = []
    for tracked in -1..<countLimits.count {
      for startsWeekend in [false, true] {
        for index in 0..<size { steps.append(step(index, startsWeekend: startsWeekend, tracked: tracked)) }
      }
    }
    return steps
  }

  private func step(_ start: Int, startsWeekend: Bool, tracked: Int) -> OuterStep {
    var index = start
    var cost: Int32 = 0
    if startsWeekend && weekendValues > 0 {
      if index % weekendValues == weekendValues - 1 {
        guard let weekendWeight else { return OuterStep(next: -1, cost: 0) }
        cost = weekendWeight
      } else {
        index += 1
      }
    }
    if tracked >= 0 {
      let step = countLimits[..<tracked].reduce(max(1, weekendValues)) { $0 * (Int($1) + 1) }
      let limit = Int(countLimits[tracked])
      if index / step % (limit + 1) == limit { return OuterStep(next: -1, cost: 0) }
      index += step
    }
    return OuterStep(next: Int32(index), cost: cost)
  }
}

/// Where a worked day leads on the outer axes, -1 where it breaks a hard limit, and what it costs.
struct OuterStep: Sendable {
  let next: Int32
  let cost: Int32
}
