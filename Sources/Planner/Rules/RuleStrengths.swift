import Coverage
import RosterEngine
import RosterModel

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
