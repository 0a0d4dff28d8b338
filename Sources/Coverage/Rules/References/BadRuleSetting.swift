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

/// A setting that `roster.toml` gives a rule, with where it stands.
struct GivenSetting {
  /// The keys that lead to it.
  var path: [String]
  var key: String
  var value: SettingValue
  /// The line; 0 where it was not read.
  var line: Int32
}

extension RuleSetting {
  /// Every setting but the severity, those of overrides after the others, each by its key.
  func given(_ rule: String) -> [GivenSetting] {
    var found = values.keys.sorted().compactMap { key in
      values[key].map { GivenSetting(path: ["rules", rule, key], key: key, value: $0, line: lines[key] ?? 0) }
    }
    for (number, override) in overrides.enumerated() {
      found += override.values.keys.sorted().compactMap { key in
        override.values[key].map { value in
          GivenSetting(
            path: ["rules", rule, "override", "\(number)", key], key: key, value: value, line: override.lines[key] ?? 0)
        }
      }
    }
    return found
  }

  /// The line of the first severity that it gives; `nil` where it gives none.
  var lineOfSeverity: Int32? {
    if severity != nil { return lines["severity"] ?? 0 }
    return overrides.first { $0.severity != nil }.map { $0.lines["severity"] ?? 0 }
  }
}

extension FindingCollector {
  /// Reports something about a key of `roster.toml` that sets a rule.
  mutating func reportSetting(_ path: [String], _ line: Int32, _ key: String, _ message: String) {
    report(
      .everything, .row(table: "roster.toml", id: path.joined(separator: ".")), at: .setting(path, line: line),
      data: [.init("key", key)], message)
  }
}
