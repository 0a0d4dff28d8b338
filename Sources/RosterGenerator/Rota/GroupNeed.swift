import RosterModel

/// What a group still wants in each tile of each day while its units are planted one by one.
struct GroupNeed {
  /// Thousandths of a unit, by day and tile.
  private let wanted: [Int]
  private var left: [Int]
  private let plan: ShiftPlan
  private let horizon: Horizon
  /// Thousandths of a night that a unit of the group stands a day.
  private let nightsPerDay: Int

  /// The group's strength by its profile, each tile up to half a unit more or less at random, scaled to what the units
  /// can stand.
  init(_ group: RotaGroup, horizon: Horizon, plan: ShiftPlan, units: Int, random: inout SeededRandom) {
    self.plan = plan
    self.horizon = horizon
    var wanted = [Int](repeating: 0, count: horizon.dayCount * plan.tileCount)
    var total = 0
    var nights = 0
    for day in 0..<horizon.dayCount {
      for (shift, count) in group.strength.enumerated() where count > 0 {
        let percent = group.profile.percent(day: day, tile: LoadProfile.tile(ofShift: shift))
        guard percent > 0 else { continue }
        let amount = count * percent * 10 + random.within(-500...500)
        for tile in plan.tileNumbers[shift] { wanted[day * plan.tileCount + tile] += amount }
        total += amount
        if plan.shifts[shift].isNight { nights += amount }
      }
    }
    let stand = units * horizon.weeks * group.regime.workingDaysPerThousandWeeks
    self.wanted = total > 0 ? wanted.map { $0 * stand / total } : wanted
    left = self.wanted
    nightsPerDay = total > 0 ? nights * stand / total / max(1, units) / horizon.dayCount : 0
  }

  /// How well a week fills what is wanted; nights off the unit's even share of them count against it.
  ///
  /// A tile counts by the part of it that is still open, so that small and large ones fill alike.
  func score(_ pattern: WeekPattern, week: Int, nights: Int) -> Int {
    var score = 0
    for (weekday, shift) in pattern.shifts.enumerated() where shift != WeekPattern.off {
      for tile in plan.tileNumbers[Int(shift)] {
        let index = (week * 7 + weekday) * plan.tileCount + tile
        score += left[index] * 1000 / (wanted[index] + 500)
      }
    }
    let elapsed = min((week + 1) * 7, horizon.period.upperBound) - horizon.period.lowerBound
    let excess = abs(nights * 1000 - nightsPerDay * max(0, elapsed)) - Self.nightTolerance
    return excess > 0 ? score - excess : score
  }

  /// Thousandths of a night that a unit may be off its even share at no loss.
  private static let nightTolerance = 1000

  /// Takes a planted week from what is wanted.
  mutating func fill(_ pattern: WeekPattern, week: Int) {
    for (weekday, shift) in pattern.shifts.enumerated() where shift != WeekPattern.off {
      for tile in plan.tileNumbers[Int(shift)] {
        left[(week * 7 + weekday) * plan.tileCount + tile] -= 1000
      }
    }
  }
}

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
