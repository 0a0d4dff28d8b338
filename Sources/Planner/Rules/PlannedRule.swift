import Coverage
import RosterEngine
import RosterModel

/// A rule of the catalogue in the planner's hands: the same rule, said to the engine.
///
/// Each pairs the catalogue's name with what keeps it in the problem, so that validator and planner visibly hold the
/// same list. A rule is hard while its severity is error, soft while it is warning, and absent below.
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

/// The rules of the catalogue that every plan keeps.
enum PlannedRules {
  /// Those about which unit may hold which beat.
  static let postings: [any PostingRule.Type] = [
    ForcesOfBeatLimit.self, NeedsOfBeatLimit.self, PostedBeyondReachLimit.self,
  ]

  /// Those that a regime's contract keeps.
  static let contracts: [any ContractRule.Type] = [
    OneShiftAtOnce.self, ShiftsOfRegime.self, RestLimit.self, WeeklyRestLimit.self, WorkingDaysLimit.self,
    NightsLimit.self,
    DaysOffLimit.self, MostHours.self, FewestHours.self, MostHoursInAWeek.self, WeekendsLimit.self,
    ShiftCountLimit.self,
  ]

  /// Those that the shape of the problem keeps.
  static let structural: [any PlannedRule.Type] = [
    EscortPresent.self, EscortShare.self, OneShiftADay.self, AbsenceLimit.self,
  ]

  /// The names of all of them.
  static let names = postings.map { $0.rule } + contracts.map { $0.rule } + structural.map { $0.rule }
}

/// How each rule of the catalogue binds the plan of one roster.
struct RuleStrengths: Sendable {
  private let policy: RulePolicy
  private let weights: Weights

  /// The strengths that a roster's settings give the rules.
  init(_ policy: RulePolicy, _ weights: Weights) {
    self.policy = policy
    self.weights = weights
  }

  /// Hard for an error, soft for a warning, `nil` for a rule that planning does not keep or the catalogue not know.
  func strength(of name: String) -> Strength? {
    guard let rule = RuleCatalogue.rule(name) else { return nil }
    return switch policy.strictest(of: rule) {
    case .error: .hard
    case .warning: .soft(weight: weight(of: rule))
    case .info, .off: nil
    }
  }

  private func weight(of rule: RuleInfo) -> Int {
    PlanWeights.clamped(weights.rules[rule.name] ?? weights.rules[rule.id] ?? Weights.defaultForRule)
  }
}
