import RosterEngine
import RosterModel

/// No two shifts at once: on one day by the engine's own form, in which a unit has at most one assignment a day; across days,
/// where a long duty reaches into the next one, by their instants.
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
