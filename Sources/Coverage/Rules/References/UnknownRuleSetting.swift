import RosterModel

/// FMT004 for rules: a rule that the catalogue does not have, or a setting that the rule does not.
enum UnknownRuleSetting: RosterRule {
  static let info = FormatRules.unknownColumn

  static func check(_ grid: CoverageGrid, into collector: inout FindingCollector) {
    let settings = grid.frame.roster.settings
    for (word, setting) in settings.rules.sorted(by: { $0.key < $1.key }) {
      guard let rule = RuleCatalogue.rule(word) else {
        collector.reportSetting(
          ["rules", word], setting.line, word,
          "there is no rule \(word), so this is passed over; \(hint(for: word))")
        continue
      }
      for given in setting.given(word) where !rule.settings.contains(where: { $0.name == given.key }) {
        let known = ["severity"] + rule.settings.map(\.name)
        collector.reportSetting(
          given.path, given.line, given.key,
          "\(rule.name) has no setting \(given.key), so it is passed over; it has \(known.joined(separator: ", "))")
      }
    }
    for word in settings.weights.rules.keys.sorted() where RuleCatalogue.rule(word) == nil {
      collector.reportSetting(
        ["weights", word], 0, word, "there is no rule \(word) to weigh, so this is passed over; \(hint(for: word))")
    }
  }

  private static func hint(for word: String) -> String {
    RuleCatalogue.hint(for: word) ?? "`patrol rules` lists them"
  }
}
