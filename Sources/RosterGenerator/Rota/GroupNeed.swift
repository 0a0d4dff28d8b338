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
