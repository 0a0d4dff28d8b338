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
