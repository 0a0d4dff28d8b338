import RosterModel

/// A rule in words, as `patrol explain` prints it, docs/RULES.md tells it and a SARIF log carries it.
enum RuleText {
  /// The lines of the explanation, of the rule as the catalogue has it.
  static func lines(_ rule: RuleInfo) -> [String] {
    var lines = ["\(rule.id) \(rule.name) (\(rule.severity))", "", rule.summary, "", rule.reason]
    if !rule.source.isEmpty { lines += ["", "Source: \(rule.source)"] }
    return lines + [""] + settings(rule)
  }

  /// What a roster may set of the rule.
  private static func settings(_ rule: RuleInfo) -> [String] {
    guard rule.canBeRegraded else { return ["A roster cannot give it another severity."] }
    var lines = ["[rules.\(rule.name)] of roster.toml takes:"]
    lines.append("  severity: error, warning, info or off (\(rule.severity))")
    for setting in rule.settings {
      lines.append("  \(setting.name): \(setting.summary); \(setting.expectation) (\(setting.standard))")
    }
    if let key = rule.regimeKey { lines += ["", "It goes by `\(key.rawValue)` of the unit's regime."] }
    return lines
  }
}
