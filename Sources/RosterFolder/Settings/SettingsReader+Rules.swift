import Characters
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

  /// What is said of rules; whether there is such a rule or setting the catalogue knows.
  mutating func readRules(_ root: TomlSection) -> [String: RuleSetting] {
    let all = section(root, "rules")
    var rules: [String: RuleSetting] = [:]
    for name in all.entries.keys.sorted().prefix(Self.most) {
      let section = section(all, name)
      let own = grading(section, except: ["override"])
      var setting = RuleSetting(severity: own.severity, values: own.values, lines: own.lines)
      setting.line = line(of: all.path(name))
      setting.overrides = sections(section, "override", atMost: Self.most).compactMap { variant($0) }
      rules[name] = setting
    }
    return rules
  }

  /// What holds for some force, district or days; `nil` where it cannot be said for which.
  private mutating func variant(_ section: TomlSection) -> RuleOverride? {
    let own = grading(section, except: ["force", "district", "days"])
    var variant = RuleOverride(severity: own.severity, values: own.values, lines: own.lines)
    variant.force = text(section, "force").flatMap { Force(rawValue: $0) }
    if section.entries["force"] != nil, variant.force == nil {
      reject(section, "force", expected: Evidence.oneOf(Force.allCases.map(\.rawValue)))
      return nil
    }
    variant.district = text(section, "district").flatMap { Identifier.isValid($0) ? $0 : nil }
    variant.lines["district"] = line(of: section.path("district"))
    if section.entries["district"] != nil, variant.district == nil {
      reject(section, "district", expected: Identifier.expectation)
      return nil
    }
    variant.days = text(section, "days").flatMap { DayPattern(text: $0) }
    if section.entries["days"] != nil, variant.days == nil {
      reject(section, "days", expected: "duty days as in the tables: \"sat sun\", \"2026-12-31..2027-01-02\"")
      return nil
    }
    return variant
  }

  /// The severity and settings that a table gives a rule, with the line of each key.
  private mutating func grading(
    _ section: TomlSection, except others: [String]
  ) -> (severity: Severity?, values: [String: SettingValue], lines: [String: Int32]) {
    var severity: Severity?
    var values: [String: SettingValue] = [:]
    var lines: [String: Int32] = [:]
    for key in section.entries.keys.sorted() where !others.contains(key) {
      lines[key] = line(of: section.path(key))
      if key == "severity" {
        severity = text(section, key).flatMap { Severity(rawValue: $0) }
        if severity == nil { reject(section, key, expected: Evidence.oneOf(["error", "warning", "info", "off"])) }
      } else {
        values[key] = section.entries[key]?.setting
        if values[key] == nil { reject(section, key, expected: "a number, text, true, false or a list") }
      }
    }
    return (severity, values, lines)
  }

  /// In which order free units are to be phoned.
  mutating func readCallOrder(_ root: TomlSection) -> [CallCriterion] {
    let section = section(root, "call_out")
    warnOfUnknown(section, ["order"])
    let expected = "a list of \(Evidence.oneOf(CallCriterion.allCases.map(\.rawValue))), each at most once"
    guard let texts = texts(section, "order", expected: expected) else { return CallCriterion.standard }
    let order = texts.compactMap { CallCriterion(rawValue: $0) }
    if order.count == texts.count, Set(order).count == order.count { return order }
    reject(section, "order", expected: expected)
    return CallCriterion.standard
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
      case "change": weights.change = value
      default: weights.rules[key] = value
      }
    }
    return weights
  }
}
