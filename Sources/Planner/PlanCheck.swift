import Coverage
import RosterModel

/// Holds a plan against the rules: the judge has the last word on what the engine found.
enum PlanCheck {
  /// What a plan breaks, at severity error, that the roster before it kept, or breaks worse.
  ///
  /// The judge knows nothing of the engine, so that a fault of the engine is noticed here and not by a dispatcher.
  static func newlyBroken(by change: PlanChange, in plan: CompiledPlan) -> [Finding] {
    if change.isEmpty { return [] }
    var grid = CoverageGrid(plan.roster, frame: plan.frame)
    return grid.judge(change.step(named: "plan", of: plan.roster)).filter {
      // A minimum of hours is planned as a cost, see its rule.
      $0.severity == .error && $0.rule.name != FewestHours.rule
    }
  }

  /// The findings of the rules that planning keeps, as far as they are hard.
  static func findings(in grid: CoverageGrid) -> [Finding] {
    var options = ValidationOptions()
    options.select = PlannedRules.names.filter { name in
      // A minimum of hours is planned as a cost, see its rule.
      name != FewestHours.rule && (RuleCatalogue.rule(name).map { grid.frame.policy.isHard($0) } ?? false)
    }
    guard !options.select.isEmpty else { return [] }
    return Validator.validate(grid, options: options).findings
      .filter { $0.severity == .error }
  }
}
