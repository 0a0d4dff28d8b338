import RosterEngine
import RosterModel

/// A rule of the catalogue in the planner's hands: the same rule, said to the engine.
///
/// One file a rule or family of rules pairs the catalogue's name with what keeps it in the problem, so that validator
/// and planner visibly hold the same list. A rule is hard while its severity is error, soft while it is warning, and
/// absent below.
protocol PlannedRule: Sendable {
  /// The rule's name in the catalogue.
  static var rule: String { get }
}

/// A rule about one unit's days, kept by the contract of its regime.
protocol ContractRule: PlannedRule {
  /// Writes the regime's limit into the contract; does nothing where the regime has none.
  static func bind(_ contract: inout Contract, to regime: Regime, _ strength: Strength, in settings: RosterSettings)
}

/// A rule about which unit may hold which beat, kept by the options of its class.
protocol PostingRule: PlannedRule {
  /// Whether the rule lets the unit hold the beat.
  static func allows(_ unit: Unit, on beat: Beat, in roster: Roster) -> Bool
}
