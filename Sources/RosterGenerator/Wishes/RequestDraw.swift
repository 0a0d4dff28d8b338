import RosterModel

/// Draws what units ask for; most of it the plant grants, some of it not.
struct RequestDraw {
  let horizon: Horizon

  /// The requests of a unit; three units in ten have some.
  func requests(of unit: UnitReference, _ planted: PlantedUnit, random: inout SeededRandom) -> [Request] {
    guard random.chance(30) else { return [] }
    var requests = [dayOffRequest(unit, planted, random: &random)]
    if random.chance(50), let request = shiftRequest(unit, planted, random: &random) { requests.append(request) }
    return requests
  }

  /// A wish for a free day; seven in ten ask for one that the plant leaves free.
  private func dayOffRequest(
    _ unit: UnitReference, _ planted: PlantedUnit, random: inout SeededRandom
  ) -> Request {
    var day = random.within(horizon.period.lowerBound...(horizon.period.upperBound - 1))
    if random.chance(70), let off = dayOff(planted.rota, random: &random) { day = off }
    return Request(
      unit: unit, days: .day(horizon.day(day)), matter: .off, wish: .want, weight: random.pick(Self.weights))
  }

  /// One entry for each equally likely weight.
  private static let weights = [1, 1, 1, 2, 3]

  private func dayOff(_ rota: [Int8], random: inout SeededRandom) -> Int? {
    let days = horizon.period.filter { rota[$0] == WeekPattern.off }
    return days.isEmpty ? nil : random.pick(days)
  }

  /// A wish about a tile on one weekday, of units that may work in several tiles.
  private func shiftRequest(
    _ unit: UnitReference, _ planted: PlantedUnit, random: inout SeededRandom
  ) -> Request? {
    guard planted.unit.regime == StandardRegime.threeShift.reference else { return nil }
    let weekday = random.pick(Weekday.allCases)
    let shift = random.pick([StandardShift.day, .evening, .night])
    return Request(
      unit: unit, days: DayPattern([.weekdays(weekday, weekday)]), matter: .shift(shift.reference),
      wish: random.chance(50) ? .want : .avoid, weight: random.pick(Self.weights))
  }
}
