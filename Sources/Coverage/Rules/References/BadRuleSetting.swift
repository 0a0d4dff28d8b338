import RosterModel

/// FMT006 for rules: a value that the rule's setting does not take, or a severity where none may be given.
enum BadRuleSetting: RosterRule {
  static let info = FormatRules.badValue

  static func check(_ grid: CoverageGrid, into collector: inout FindingCollector) {
    for (word, setting) in grid.frame.roster.settings.rules.sorted(by: { $0.key < $1.key }) {
      guard let rule = RuleCatalogue.rule(word) else { continue }
      if !rule.canBeRegraded, let line = setting.lineOfSeverity {
        collector.reportSetting(
          ["rules", word, "severity"], line, "severity",
          "\(rule.name) keeps its severity: what cannot be read puts every answer in doubt; remove the line")
      }
      for given in setting.given(word) {
        guard let parameter = rule.settings.first(where: { $0.name == given.key }), !parameter.takes(given.value) else {
          continue
        }
        collector.reportSetting(
          given.path, given.line, given.key,
          "\(given.key) of \(rule.name) is not \(parameter.expectation), so it is passed over; mend it")
      }
    }
  }
}
