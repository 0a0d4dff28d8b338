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
  let tracked: [Int]
  let countLimits: [(code: Int, most: Int32)]
  let trackedLimits: [Int32]
  /// Values of the weekend axis; weekends above the last one cost ``weekendWeight`` each, or are ruled out without one.
  let weekendValues: Int
  let weekendWeight: Int32?
  let outerCount: Int
  /// Largest sum.
  let most: Int
  /// What a sum costs at the end, ``RowProgramme/unreachable`` if it breaks a hard limit.
  let endCosts: [Int32]
  /// By layer and state, the sums from which a right end is in reach; `low > high` when none.
  let reach: [(low: Int32, high: Int32)]

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

    let weekend = totals.weekends.first
    weekendWeight = weekend.flatMap { limit in limit.weight.map { Int32($0) } }
    weekendValues = weekend == nil ? 0 : Int(min(max(0, weekend?.value ?? 0), Int32(model.dayCount))) + 1
    outerCount = trackedLimits.reduce(max(1, weekendValues)) { min(1 << 24, $0 * (Int($1) + 1)) }

    let sums = programme.isMinutes ? totals.minutes : totals.days
    let most = Self.most(sums, programme, model)
    endCosts = (0...most).map { Self.endCost(of: Int32($0) * programme.unit, sums, isMinutes: programme.isMinutes) }
    self.most = most
    reach = Self.reach(member, groups, endCosts, programme, automaton, totals, model)
  }

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

  /// Backwards from the end, the sums that can still end within hard limits; weekends and counts are left out of it.
  private static func reach(
    _ member: Int, _ groups: [Group], _ endCosts: [Int32], _ programme: RowProgramme, _ automaton: RowAutomaton,
    _ totals: RowTotals, _ model: Model
  ) -> [(low: Int32, high: Int32)] {
    let none = (low: Int32.max, high: Int32.min)
    let states = automaton.stateCount
    var reach = Array(repeating: none, count: (model.dayCount + 1) * states)
    let low = Int32(endCosts.firstIndex { $0 < RowProgramme.unreachable } ?? Int(Int32.max))
    let high = Int32(endCosts.lastIndex { $0 < RowProgramme.unreachable } ?? -1)
    for state in 0..<states { reach[model.dayCount * states + state] = (low, high) }
    for day in stride(from: model.dayCount - 1, through: 0, by: -1) {
      let choices = programme.choices[member * model.dayCount + day]
      for state in 0..<states {
        var span = none
        for group in groups where group.codes & choices != 0 {
          let index = state * automaton.codeCount + group.first
          guard automaton.breach[index].isNone else { continue }
          let after = reach[(day + 1) * states + Int(automaton.next[index])]
          if after.low > after.high { continue }
          span.low = min(span.low, max(0, after.low - group.units))
          span.high = max(span.high, after.high - group.units)
        }
        reach[day * states + state] = span
      }
    }
    return reach
  }

  /// A code worked more often than allowed.
  func brokenCount(_ codes: [UInt8]) -> Int? {
    countLimits.first { limit in
      !tracked.contains(limit.code) && codes.count { Int($0) == limit.code } > Int(limit.most)
    }?.code
  }

  /// The outer index after a worked day, or -1 if that breaks a hard limit; `cost` takes what a soft one charges.
  @inline(__always)
  func outer(_ index: Int, startsWeekend: Bool, tracked: Int, _ cost: inout Int32) -> Int {
    var index = index
    if startsWeekend && weekendValues > 0 {
      if index % weekendValues == weekendValues - 1 {
        guard let weekendWeight else { return -1 }
        cost &+= weekendWeight
      } else {
        index += 1
      }
    }
    if tracked >= 0 {
      var step = max(1, weekendValues)
      for place in 0..<tracked { step *= Int(trackedLimits[place]) + 1 }
      if index / step % (Int(trackedLimits[tracked]) + 1) == Int(trackedLimits[tracked]) { return -1 }
      index += step
    }
    return index
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
