/// What `roster.toml` says of one rule.
public struct RuleSetting: Hashable, Sendable {
  /// The severity it is re-graded to; `nil` keeps the catalogue's.
  public var severity: Severity?
  /// The rule's own settings by name.
  public var values: [String: SettingValue]
  /// What holds for some force, district or days only, in the order written: the last that fits wins.
  public var overrides: [RuleOverride]
  /// The line of `roster.toml` that each key stands on.
  public var lines: [String: Int32]
  /// The line of `roster.toml` on which the rule is named; 0 where it was not read.
  public var line: Int32

  /// A re-grading and settings.
  public init(
    severity: Severity? = nil, values: [String: SettingValue] = [:], overrides: [RuleOverride] = [],
    lines: [String: Int32] = [:], line: Int32 = 0
  ) {
    self.severity = severity
    self.values = values
    self.overrides = overrides
    self.lines = lines
    self.line = line
  }
}
