import RosterModel

/// What a regime still allows a unit over the period: hours, weekends, shifts of a kind.
struct PeriodBudget {
  private var minutes: Int
  private var limits: [(shift: Int, left: Int)]
  /// The weeks whose weekend the unit keeps free.
  private(set) var freeWeekends: [Bool]
  /// Nights planted so far.
  private var nights = 0

  private let horizon: Horizon
  private let plan: ShiftPlan

  /// A whole period's budget; the free weekends are spread over the period from a random one on.
  init(_ regime: Regime, plan: ShiftPlan, horizon: Horizon, random: inout SeededRandom) {
    self.horizon = horizon
    self.plan = plan
    let days = horizon.period.count
    minutes =
      regime.maxMinutes.map { Regime.scaled($0, to: days, step: regime.shortestShift(in: plan)) } ?? .max
    limits = regime.maxShifts.map { ($0.shift.index, Regime.scaled($0.most, to: days)) }
    freeWeekends = [Bool](repeating: false, count: horizon.weeks)
    guard let maxWeekends = regime.maxWeekends else { return }
    let weekends = horizon.weekendWeeks
    let free = weekends.count - Regime.scaled(maxWeekends, to: days)
    guard free > 0 else { return }
    let phase = random.below(weekends.count)
    for index in 0..<free {
      freeWeekends[weekends[(phase + index * weekends.count / free) % weekends.count]] = true
    }
  }

  /// Whether there is room for a week's shifts.
  func allows(_ pattern: WeekPattern, week: Int) -> Bool {
    var needed = 0
    for (weekday, shift) in pattern.shifts.enumerated() where counts(shift, week: week, weekday: weekday) {
      needed += plan.shifts[Int(shift)].minutes
    }
    guard needed <= minutes else { return false }
    return limits.indices.allSatisfy { taken(limits[$0].shift, pattern, week: week) <= limits[$0].left }
  }

  /// The nights planted so far with those of another week.
  func nights(with pattern: WeekPattern, week: Int) -> Int {
    var sum = nights
    for (weekday, shift) in pattern.shifts.enumerated() where counts(shift, week: week, weekday: weekday) {
      if plan.shifts[Int(shift)].isNight { sum += 1 }
    }
    return sum
  }

  /// Takes a week's shifts, for which there is room.
  mutating func take(_ pattern: WeekPattern, week: Int) {
    nights = nights(with: pattern, week: week)
    for index in limits.indices { limits[index].left -= taken(limits[index].shift, pattern, week: week) }
    for (weekday, shift) in pattern.shifts.enumerated() where counts(shift, week: week, weekday: weekday) {
      minutes -= plan.shifts[Int(shift)].minutes
    }
  }

  private func counts(_ shift: Int8, week: Int, weekday: Int) -> Bool {
    shift != WeekPattern.off && horizon.period.contains(week * 7 + weekday)
  }

  private func taken(_ limited: Int, _ pattern: WeekPattern, week: Int) -> Int {
    var count = 0
    for (weekday, shift) in pattern.shifts.enumerated() where Int(shift) == limited {
      if horizon.period.contains(week * 7 + weekday) { count += 1 }
    }
    return count
  }
}
