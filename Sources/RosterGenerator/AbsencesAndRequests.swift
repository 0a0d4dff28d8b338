import RosterModel

/// Draws when units are away: about four days of 28, all of them days that the plant leaves free.
struct AbsenceDraw {
  let horizon: Horizon

  /// The absences of a unit, one for each reason, in the order of reasons.
  func absences(of unit: UnitReference, rota: [Int8], random: inout SeededRandom) -> [Absence] {
    let wanted = random.within(2...6) * horizon.period.count / Regime.daysOfLimits
    var terms: [AbsenceReason: [DayPattern.Term]] = [:]
    var left = max(1, wanted)
    for run in random.shuffled(daysOff(rota)) where left > 0 {
      let length = min(left, run.count)
      let first = run.lowerBound + random.below(run.count - length + 1)
      left -= length
      let term = DayPattern.Term.dates(horizon.day(first), horizon.day(first + length - 1))
      terms[random.pick(Self.reasons), default: []].append(term)
    }
    return AbsenceReason.allCases.compactMap { reason in
      guard let days = terms[reason] else { return nil }
      return Absence(unit: unit, days: DayPattern(days.sorted { Self.first($0) < Self.first($1) }), reason: reason)
    }
  }

  /// The runs of days off in the period, each at most a week long.
  private func daysOff(_ rota: [Int8]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for day in horizon.period where rota[day] == WeekPattern.off {
      if let last = runs.last, last.upperBound == day, last.count < 7 {
        runs[runs.count - 1] = last.lowerBound..<(day + 1)
      } else {
        runs.append(day..<(day + 1))
      }
    }
    return runs
  }

  private static func first(_ term: DayPattern.Term) -> Day {
    if case .dates(let first, _) = term { return first }
    return Day(number: 0)
  }

  /// One entry for each equally likely reason.
  private static let reasons: [AbsenceReason] = [
    .leave, .leave, .leave, .leave, .leave, .sick, .sick, .training, .training, .court, .unavailable, .other,
  ]
}

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
