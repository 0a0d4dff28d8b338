import RosterModel

/// Draws what units ask for; most of it the plant grants, some of it not.
struct RequestDraw {
  let horizon: Horizon

  /// The requests of a unit; three units in ten have some.
  func requests(of unit: UnitReference, _ planted: PlantedUnit, random: inout SeededRandom) -> [Request] {
    guard random.chance(30) else { return [] }
    return (0..<random.within(1...2)).map { number in
      let weight = random.pick([1, 1, 1, 2, 3])
      if number == 1, let request = shiftRequest(unit, planted, weight: weight, random: &random) { return request }
      var day = random.pick(Array(horizon.period))
      if random.chance(70), let off = dayOff(planted.rota, random: &random) { day = off }
      return Request(unit: unit, days: .day(horizon.day(day)), matter: .off, wish: .want, weight: weight)
    }
  }

  private func dayOff(_ rota: [Int8], random: inout SeededRandom) -> Int? {
    let days = horizon.period.filter { rota[$0] == WeekPattern.off }
    return days.isEmpty ? nil : random.pick(days)
  }

  /// A wish about a tile on one weekday, of units that may work in several tiles.
  private func shiftRequest(
    _ unit: UnitReference, _ planted: PlantedUnit, weight: Int, random: inout SeededRandom
  ) -> Request? {
    guard planted.unit.regime == StandardRegime.threeShift.reference else { return nil }
    let weekday = random.pick(Weekday.allCases)
    let shift = random.pick([StandardShift.day, .evening, .night])
    return Request(
      unit: unit, days: DayPattern([.weekdays(weekday, weekday)]), matter: .shift(shift.reference),
      wish: random.chance(50) ? .want : .avoid, weight: weight)
  }
}
