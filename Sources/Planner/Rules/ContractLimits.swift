import RosterEngine
import RosterModel

/// `shifts`: the only shifts that the regime's units work.
enum ShiftsOfRegime: ContractRule {
  static let rule = "shift-not-in-regime"

  static func bind(_ contract: inout Contract, to regime: Regime, _ strength: Strength, in settings: RosterSettings) {
    let own = ShiftSet(regime.shifts.filter(\.isKnown).map(\.index))
    guard case .soft = strength else {
      contract.allowedShifts = own
      return
    }
    for shift in settings.shifts.shifts.indices where !own.contains(shift) {
      contract.limit(shift, to: 0, strength)
    }
  }
}

/// No two shifts at once: on one day by the engine's own form, in which a unit has at most one assignment a day; across
/// days, where a long duty reaches into the next one, by their instants.
enum OneShiftAtOnce: ContractRule {
  static let rule = "unit-twice-in-a-shift"

  static func bind(_ contract: inout Contract, to regime: Regime, _ strength: Strength, in settings: RosterSettings) {
    contract.overlap = strength
  }
}

/// No two shifts a day: the engine's own form, in which a unit has at most one assignment a day.
enum OneShiftADay: PlannedRule {
  static let rule = "unit-twice-in-a-day"
}

/// `rest_hours`: minutes from the end of one shift to the start of the next.
enum RestLimit: ContractRule {
  static let rule = "rest-too-short"

  static func bind(_ contract: inout Contract, to regime: Regime, _ strength: Strength, in settings: RosterSettings) {
    contract.minimumRest = regime.restMinutes.map { Limit($0, strength) }
  }
}

/// `weekly_rest_hours`: one uninterrupted free span in every week.
enum WeeklyRestLimit: ContractRule {
  static let rule = "weekly-rest-too-short"

  static func bind(_ contract: inout Contract, to regime: Regime, _ strength: Strength, in settings: RosterSettings) {
    contract.weeklyRest = regime.weeklyRestMinutes.map { Limit($0, strength) }
  }
}

/// `max_consecutive_days`: the longest run of working days.
enum WorkingDaysLimit: ContractRule {
  static let rule = "too-many-days-in-a-row"

  static func bind(_ contract: inout Contract, to regime: Regime, _ strength: Strength, in settings: RosterSettings) {
    contract.workRun.maximum = regime.maxConsecutiveDays.map { Limit($0, strength) }
  }
}

/// `max_consecutive_nights`: the longest run of days with a night.
enum NightsLimit: ContractRule {
  static let rule = "too-many-nights-in-a-row"

  static func bind(_ contract: inout Contract, to regime: Regime, _ strength: Strength, in settings: RosterSettings) {
    contract.nightRun.maximum = regime.maxConsecutiveNights.map { Limit($0, strength) }
  }
}

/// `min_consecutive_days_off`: the shortest run of days off.
enum DaysOffLimit: ContractRule {
  static let rule = "too-few-days-off-in-a-row"

  static func bind(_ contract: inout Contract, to regime: Regime, _ strength: Strength, in settings: RosterSettings) {
    contract.offRun.minimum = regime.minConsecutiveDaysOff.map { Limit($0, strength) }
  }
}

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
/// Always soft, because no plan begins with everyone at work: while its severity is error, a shift too few costs as
/// much as a gap.
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

/// `max_weekends`: the most weekends with work.
enum WeekendsLimit: ContractRule {
  static let rule = "too-many-weekends"

  static func bind(_ contract: inout Contract, to regime: Regime, _ strength: Strength, in settings: RosterSettings) {
    contract.maximumWeekends = regime.maxWeekends.map {
      Limit(Regime.scaled($0, to: settings.days), strength)
    }
  }
}

/// `max_shifts`: the most of one shift.
enum ShiftCountLimit: ContractRule {
  static let rule = "too-many-of-a-shift"

  static func bind(_ contract: inout Contract, to regime: Regime, _ strength: Strength, in settings: RosterSettings) {
    for limit in regime.maxShifts where limit.shift.isKnown {
      contract.limit(limit.shift.index, to: Regime.scaled(limit.most, to: settings.days), strength)
    }
  }
}

extension Contract {
  /// Limits how often a shift is worked; of two limits on one shift the harder stays, and of equals the lower.
  mutating func limit(_ shift: Int, to most: Int, _ strength: Strength) {
    let new = Limit(most, strength)
    guard let position = shiftCounts.firstIndex(where: { $0.shift == shift }) else {
      shiftCounts.append(ShiftBounds(shift: shift, bounds: Bounds(maximum: new)))
      return
    }
    guard let old = shiftCounts[position].bounds.maximum else {
      shiftCounts[position].bounds.maximum = new
      return
    }
    let isHarder = new.strength == .hard && old.strength != .hard
    let isLower = new.strength == old.strength && new.value < old.value
    if isHarder || isLower { shiftCounts[position].bounds.maximum = new }
  }
}
