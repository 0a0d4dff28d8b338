import RosterModel

extension SettingsReader {
  /// The most escort rules of a roster, and the most settings of rules.
  private static let most = 256

  /// The escort rules in the order written.
  mutating func readEscorts(_ root: TomlSection) -> [EscortRule] {
    let rules = sections(root, "escort", atMost: Self.most).compactMap { section -> (EscortRule, TomlSection)? in
      warnOfUnknown(section, ["force", "by", "at_most"])
      let force = text(section, "force").flatMap { Force(rawValue: $0) }
      if force == nil {
        reject(section, "force", expected: Evidence.oneOf(Force.allCases.map(\.rawValue)))
      }
      let by = forces(section, "by")
      let atMost = integer(section, "at_most", in: 0...1000, isRequired: true)
      guard let force, let by, let atMost else { return nil }
      return (EscortRule(force: force, by: by, atMost: atMost), section)
    }
    let escorted = ForceSet(rules.map(\.0.force))
    return rules.compactMap { rule, section in
      guard rule.by.isDisjoint(with: escorted) else {
        reject(section, "by", expected: "forces that are not escorted themselves")
        return nil
      }
      return rule
    }
  }

  /// What is said of rules.
  mutating func readRules(_ root: TomlSection) -> [String: RuleSetting] {
    let all = section(root, "rules")
    var rules: [String: RuleSetting] = [:]
    for name in all.entries.keys.sorted().prefix(Self.most) {
      let section = section(all, name)
      var setting = RuleSetting()
      for key in section.entries.keys.sorted() where key != "severity" {
        setting.values[key] = section.entries[key]?.setting
        if setting.values[key] == nil { reject(section, key, expected: "a number, text, true, false or a list") }
      }
      if section.entries["severity"] != nil {
        setting.severity = text(section, "severity").flatMap { Severity(rawValue: $0) }
        if setting.severity == nil {
          reject(section, "severity", expected: Evidence.oneOf(["error", "warning", "info", "off"]))
        }
      }
      rules[name] = setting
    }
    return rules
  }

  /// What planning trades.
  mutating func readWeights(_ root: TomlSection) -> Weights {
    let section = section(root, "weights")
    var weights = Weights()
    for key in section.entries.keys.sorted().prefix(Self.most) {
      guard let value = integer(section, key, in: 0...1_000_000) else { continue }
      switch key {
      case "gap": weights.gap = value
      case "shortfall": weights.shortfall = value
      case "surplus": weights.surplus = value
      case "request": weights.request = value
      case "fairness": weights.fairness = value
      case "continuity": weights.continuity = value
      case "far_from_home": weights.farFromHome = value
      default: weights.rules[key] = value
      }
    }
    return weights
  }
}
