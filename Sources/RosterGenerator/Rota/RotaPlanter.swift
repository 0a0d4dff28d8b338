import RosterModel

/// Plants the rotas of a group: each unit in turn takes, week by week, the legal week that fills most of what is
/// wanted.
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

/// What the next day of a unit's rota depends on.
struct RotaState {
  /// Minutes from the midnight of day 0 to the end of the last shift; `nil` before the first.
  private var lastEnd: Int?
  private var workingRun = 0
  private var nightRun = 0
  /// Days off since the last shift; counted only after one.
  private var daysOff = 0

  /// Takes the next day's shift, or none, where rest and runs allow it; else leaves the state as it is.
  ///
  /// - Returns: whether the regime allows it.
  mutating func advance(day: Int, shift: Int8, regime: Regime, plan: ShiftPlan) -> Bool {
    guard shift != WeekPattern.off else {
      workingRun = 0
      nightRun = 0
      daysOff += 1
      return true
    }
    let shift = plan.shifts[Int(shift)]
    let start = day * 1440 + shift.start.minutes
    if let lastEnd {
      guard start - lastEnd >= regime.restMinutes ?? 0 else { return false }
      guard daysOff == 0 || daysOff >= regime.minConsecutiveDaysOff ?? 1 else { return false }
    }
    guard workingRun < regime.maxConsecutiveDays ?? .max else { return false }
    guard !shift.isNight || nightRun < regime.maxConsecutiveNights ?? .max else { return false }
    workingRun += 1
    nightRun = shift.isNight ? nightRun + 1 : 0
    daysOff = 0
    lastEnd = day * 1440 + shift.end.minutes
    return true
  }
}

/// The whole weeks that rotas are planted over: the history, the period and what cuts a week at either end.
struct Horizon {
  /// The Monday it begins with.
  let firstMonday: Day
  /// Whole weeks from there.
  let weeks: Int
  /// The indices of the days of the history and the period.
  let written: Range<Int>
  /// The indices of the days of the period.
  let period: Range<Int>

  /// The weeks around the history and the period.
  init(_ options: GeneratorOptions) {
    let firstWritten = options.firstDay.advanced(by: -options.historyDays)
    firstMonday = firstWritten.monday
    let lead = firstMonday.distance(to: firstWritten)
    let start = lead + options.historyDays
    written = lead..<(start + options.days)
    period = start..<(start + options.days)
    weeks = (written.upperBound + 6) / 7
  }

  /// How many days it has.
  var dayCount: Int { weeks * 7 }

  /// The duty day of an index.
  func day(_ index: Int) -> Day { firstMonday.advanced(by: index) }

  /// The weeks in which a day of a weekend is in the period.
  var weekendWeeks: [Int] {
    (0..<weeks).filter { period.contains($0 * 7 + 5) || period.contains($0 * 7 + 6) }
  }
}
