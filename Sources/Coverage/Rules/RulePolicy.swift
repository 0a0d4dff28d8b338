import RosterModel

/// How serious each rule is in a roster, and the settings that the roster gives it.
public struct RulePolicy: Sendable {
  private var severities: [Severity]
  private let settings: [String: RuleSetting]

  /// The policy of a roster, with severities that are given in place of its own.
  ///
  /// - Parameter overrides: severities by rule id, name or the beginning of an id; the longer word wins.
  public init(_ settings: RosterSettings, overrides: [String: Severity] = [:]) {
    self.settings = settings.rules
    severities = RuleCatalogue.all.map(\.severity)
    for (word, setting) in settings.rules {
      guard let severity = setting.severity, let position = RuleCatalogue.position(word) else { continue }
      regrade(position, severity)
    }
    for (word, severity) in overrides.sorted(by: { ($0.key.count, $0.key) < ($1.key.count, $1.key) }) {
      for rule in RuleCatalogue.rules(matching: word) {
        if let position = RuleCatalogue.position(rule.id) { regrade(position, severity) }
      }
    }
  }

  private mutating func regrade(_ position: Int, _ severity: Severity) {
    if RuleCatalogue.all[position].canBeRegraded { severities[position] = severity }
  }

  /// How serious a rule is; its own severity where the catalogue does not know it.
  public func severity(of rule: RuleInfo) -> Severity {
    RuleCatalogue.position(rule.id).map { severities[$0] } ?? rule.severity
  }

  /// Whether planning must obey a rule about units: while its severity is error.
  public func isHard(_ rule: RuleInfo) -> Bool { severity(of: rule) == .error }

  /// What the roster sets for a rule; `nil` where it does not.
  public func value(_ name: String, of rule: RuleInfo) -> SettingValue? {
    settings[rule.name]?.values[name] ?? settings[rule.id]?.values[name]
  }

  /// A whole number that the roster sets for a rule, or else the rule's own; held within a range.
  func integer(_ name: String, of rule: RuleInfo, default own: Int, in range: ClosedRange<Int>) -> Int {
    switch value(name, of: rule) {
    case .integer(let number): min(max(number, range.lowerBound), range.upperBound)
    case .number(let number) where number.magnitude < 1e9:
      min(max(Int(number), range.lowerBound), range.upperBound)
    default: own
    }
  }

  /// A text that the roster sets for a rule.
  func text(_ name: String, of rule: RuleInfo) -> String? {
    if case .text(let text) = value(name, of: rule) { return text }
    return nil
  }

  /// Forces that the roster sets for a rule, or else the rule's own.
  func forces(_ name: String, of rule: RuleInfo, default own: ForceSet) -> ForceSet {
    guard case .list(let words) = value(name, of: rule) else { return own }
    return ForceSet(
      words.compactMap { word in
        if case .text(let text) = word { return Force(rawValue: text) }
        return nil
      })
  }
}
