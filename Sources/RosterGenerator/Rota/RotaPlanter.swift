import RosterModel

/// Plants the rotas of a group: each unit in turn takes, week by week, the legal week that fills most of what is wanted.
///
/// Every rota keeps every rule of its regime, the seam between two weeks and the history included. What the units then
/// stand is close to the profile of the group and never just that: the rest is what makes the demand uneven.
struct RotaPlanter {
  let horizon: Horizon
  let plan: ShiftPlan
  private let regimes: [Regime]
  private let libraries: [WeekPatternLibrary]

  /// A planter for the standard regimes.
  init(horizon: Horizon) {
    self.horizon = horizon
    let plan = StandardShift.plan
    self.plan = plan
    regimes = StandardRegime.allCases.map(\.regime)
    libraries = regimes.map { WeekPatternLibrary($0, plan: plan) }
  }

  /// The rotas of so many units of a group, one after the other, `horizon.dayCount` days each.
  ///
  /// O(units × weeks).
  func rotas(_ group: RotaGroup, count: Int, random: inout SeededRandom) -> [Int8] {
    var need = GroupNeed(group, horizon: horizon, plan: plan, units: count, random: &random)
    var rotas: [Int8] = []
    rotas.reserveCapacity(count * horizon.dayCount)
    for _ in 0..<count {
      rotas += rota(group, need: &need, random: &random)
    }
    return rotas
  }

  private func rota(_ group: RotaGroup, need: inout GroupNeed, random: inout SeededRandom) -> [Int8] {
    let regime = regimes[group.regime.rawValue]
    var budget = PeriodBudget(regime, plan: plan, horizon: horizon, random: &random)
    var state = RotaState()
    var days: [Int8] = []
    for week in 0..<horizon.weeks {
      let pattern = bestWeek(week, group, state: &state, budget: &budget, need: need, random: &random)
      need.fill(pattern, week: week)
      days += pattern.shifts
    }
    return days
  }

  /// How many weeks are looked at for each choice.
  private static let candidates = 24

  private func bestWeek(
    _ week: Int, _ group: RotaGroup, state: inout RotaState, budget: inout PeriodBudget, need: GroupNeed,
    random: inout SeededRandom
  ) -> WeekPattern {
    let wanted = random.pick(group.regime.workingDays)
    for workingDays in [wanted] + stride(from: wanted - 1, through: 0, by: -1) {
      let library = libraries[group.regime.rawValue].weeks(
        workingDays: workingDays, freeWeekend: budget.freeWeekends[week])
      var best: (score: Int, pattern: Int, state: RotaState)?
      let start = random.below(library.count)
      // A stride that shares no factor with the count visits every week once.
      let step = library.count > 1 ? Self.coprimeStep(library.count, random: &random) : 1
      var legal = 0
      for visit in 0..<library.count where legal < Self.candidates {
        let number = (start + visit * step) % library.count
        let pattern = library[number]
        var next = state
        guard advance(&next, week: week, pattern, group), budget.allows(pattern, week: week) else { continue }
        legal += 1
        let score = need.score(pattern, week: week, nights: budget.nights(with: pattern, week: week))
        if best.map({ score > $0.score }) ?? true { best = (score, number, next) }
      }
      if let best {
        state = best.state
        budget.take(library[best.pattern], week: week)
        return library[best.pattern]
      }
    }
    let free = WeekPattern([Int8](repeating: WeekPattern.off, count: 7))
    _ = advance(&state, week: week, free, group)
    return free
  }

  private func advance(_ state: inout RotaState, week: Int, _ pattern: WeekPattern, _ group: RotaGroup) -> Bool {
    for (weekday, shift) in pattern.shifts.enumerated() {
      let isLegal = state.advance(
        day: week * 7 + weekday, shift: shift, regime: regimes[group.regime.rawValue], plan: plan)
      guard isLegal else { return false }
    }
    return true
  }

  private static func coprimeStep(_ count: Int, random: inout SeededRandom) -> Int {
    func greatestCommonDivisor(_ left: Int, _ right: Int) -> Int {
      right == 0 ? left : greatestCommonDivisor(right, left % right)
    }
    var step = 1 + random.below(count - 1)
    while greatestCommonDivisor(step, count) != 1 { step = step % count + 1 }
    return step
  }
}
