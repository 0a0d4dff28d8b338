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
