import RosterModel

/// WAI002: a waiver that no finding needs.
enum WaiverOfNothing: WaiverRule {
  static let info = RuleInfo(
    id: "WAI002", name: "waiver-of-nothing", severity: .warning,
    summary: "A waiver accepts no finding: what it was for is mended, or its rule or subject is misspelt.",
    reason:
      "Left there, it would hide the same mistake when it is made again. Remove the row. Waivers of rules that were not "
      + "run, or of a part that was not asked for, are not looked at.")

  static let column = "subject"

  static func message(_ waiver: Waiver, _ verdict: WaiverVerdict) -> String? {
    guard !verdict.isExpired, verdict.findings == 0 else { return nil }
    guard let rule = RuleCatalogue.rule(waiver.rule) else {
      return "there is no rule \(waiver.rule)" + (RuleCatalogue.hint(for: waiver.rule).map { "; \($0)" } ?? "")
    }
    guard rule.canBeRegraded else { return "\(rule.id) \(rule.name) cannot be waived" }
    guard verdict.wasRun else { return nil }
    return "\(rule.id) \(rule.name) finds nothing about \(waiver.subject) from \(waiver.firstDay) to \(waiver.lastDay)"
  }
}
