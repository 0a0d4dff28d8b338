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
