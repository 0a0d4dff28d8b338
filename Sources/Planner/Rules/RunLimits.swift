import RosterEngine
import RosterModel

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
