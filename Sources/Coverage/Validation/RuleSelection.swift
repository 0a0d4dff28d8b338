import RosterModel

/// Which rules a validation runs.
struct RuleSelection {
  /// The rules that are run, in the order of the catalogue.
  private(set) var run: [RuleInfo] = []
  /// The rules that are not, with the reason.
  private(set) var skipped: [SkippedRule] = []
  private var running: Set<String> = []

  init(_ options: ValidationOptions, _ policy: RulePolicy) {
    let selected = Set(options.select.flatMap { RuleCatalogue.rules(matching: $0) }.map(\.id))
    let ignored = Set(options.ignore.flatMap { RuleCatalogue.rules(matching: $0) }.map(\.id))
    for rule in RuleCatalogue.all {
      if !options.select.isEmpty, !selected.contains(rule.id) {
        skipped.append(SkippedRule(rule: rule, reason: "not selected"))
      } else if ignored.contains(rule.id) {
        skipped.append(SkippedRule(rule: rule, reason: "ignored"))
      } else if policy.strictest(of: rule) == .off {
        skipped.append(SkippedRule(rule: rule, reason: "off"))
      } else {
        run.append(rule)
        running.insert(rule.id)
      }
    }
  }

  /// Whether the rule is run.
  func runs(_ rule: RuleInfo) -> Bool { running.contains(rule.id) }
}
