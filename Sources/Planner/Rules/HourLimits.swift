import RosterEngine
import RosterModel

/// `max_hours`: the most minutes in the period.
enum MostHours: ContractRule {
  static let rule = "over-hours"

  static func bind(_ contract: inout Contract, to regime: Regime, _ strength: Strength, in settings: RosterSettings) {
    let step = regime.shortestShift(in: settings.shifts)
    contract.totalMinutes.maximum = regime.maxMinutes.map {
      Limit(Regime.scaled($0, to: settings.days, step: step), strength.perHour(ofDay: step))
    }
  }
}

/// `min_hours`: the fewest minutes in the period.
///
/// Always soft, because no plan begins with everyone at work: while its severity is error, a shift too few costs as much as
/// a gap.
enum FewestHours: ContractRule {
  static let rule = "under-hours"

  static func bind(_ contract: inout Contract, to regime: Regime, _ strength: Strength, in settings: RosterSettings) {
    let step = regime.shortestShift(in: settings.shifts)
    let price = strength == .hard ? .soft(weight: PlanWeights.clamped(settings.weights.gap)) : strength
    contract.totalMinutes.minimum = minutes(of: regime, daysPresent: settings.days, in: settings).map {
      Limit($0, price.perHour(ofDay: step))
    }
  }

  /// The fewest minutes of a unit that is there on so many days of the period.
  static func minutes(of regime: Regime, daysPresent: Int, in settings: RosterSettings) -> Int? {
    let step = regime.shortestShift(in: settings.shifts)
    return regime.minMinutes.map { Regime.scaled($0, to: daysPresent, step: step) }
  }
}

/// `max_hours_per_week`: the most minutes from Monday to Sunday.
enum MostHoursInAWeek: ContractRule {
  static let rule = "over-hours-in-a-week"

  static func bind(_ contract: inout Contract, to regime: Regime, _ strength: Strength, in settings: RosterSettings) {
    let step = regime.shortestShift(in: settings.shifts)
    contract.weekMinutes.maximum = regime.maxMinutesPerWeek.map { Limit($0, strength.perHour(ofDay: step)) }
  }
}
