import RosterModel

/// A rule in words, as `patrol explain` prints it and a SARIF log carries it.
enum RuleText {
  /// The lines of the explanation, of the rule as the catalogue has it.
  static func lines(_ rule: RuleInfo) -> [String] {
    var lines = ["\(rule.id) \(rule.name) (\(rule.severity))", "", rule.summary, "", rule.reason]
    if !rule.source.isEmpty { lines += ["", "Source: \(rule.source)"] }
    if !rule.canBeRegraded { lines += ["", "A roster cannot give it another severity."] }
    return lines
  }
}
