import RosterEngine
import RosterModel

/// `rest_hours`: minutes from the end of one shift to the start of the next.
enum RestLimit: ContractRule {
  static let rule = "rest-too-short"

  static func bind(_ contract: inout Contract, to regime: Regime, _ strength: Strength, in settings: RosterSettings) {
    contract.minimumRest = regime.restMinutes.map { Limit($0, strength) }
  }
}
