import RosterModel

/// What a regime still allows a unit over the period: hours, weekends, shifts of a kind.
struct PeriodBudget {
  private var minutes: Int
  private var shifts: [Int]
  /// The weeks whose weekend the unit keeps free.
  private(set) var freeWeekends: [Bool]
  /// Nights planted so far.
  private(set) var nights = 0

  private let horizon: Horizon
  private let plan: ShiftPlan

  /// A whole period's budget; the free weekends are spread over the period from a random one on.
  init(_ regime: Regime, plan: ShiftPlan, horizon: Horizon, random: inout SeededRandom) {
    self.horizon = horizon
    self.plan = plan
    let days = horizon.period.count
    minutes =
      regime.maxMinutes.map { Regime.scaled($0, to: days, step: regime.shortestShift(in: plan)) } ?? .max
    shifts = [Int](repeating: .max, count: plan.shifts.count)
    for limit in regime.maxShifts { shifts[limit.shift.index] = Regime.scaled(limit.most, to: days) }
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

  /// Takes a week's shifts from the budget where it has room for them; else leaves it as it is.
  ///
  /// - Returns: whether it has room.
  mutating func take(_ pattern: WeekPattern, week: Int) -> Bool {
    var left = self
    for (weekday, shift) in pattern.shifts.enumerated() where shift != WeekPattern.off {
      guard horizon.period.contains(week * 7 + weekday) else { continue }
      let index = Int(shift)
      left.minutes -= plan.shifts[index].minutes
      left.shifts[index] -= 1
      if plan.shifts[index].isNight { left.nights += 1 }
      guard left.minutes >= 0, left.shifts[index] >= 0 else { return false }
    }
    self = left
    return true
  }
}
