import RosterEngine
import RosterModel

/// `weekly_rest_hours`: one uninterrupted free span in every week.
enum WeeklyRestLimit: ContractRule {
  static let rule = "weekly-rest-too-short"

  static func bind(_ contract: inout Contract, to regime: Regime, _ strength: Strength, in settings: RosterSettings) {
    contract.weeklyRest = regime.weeklyRestMinutes.map { Limit($0, strength) }
  }
}
