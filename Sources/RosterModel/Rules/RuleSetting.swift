/// What `roster.toml` says of one rule.
public struct RuleSetting: Hashable, Sendable {
  /// The severity it is re-graded to; `nil` keeps the catalogue's.
  public var severity: Severity?
  /// The rule's own settings by name.
  public var values: [String: SettingValue]

  /// A re-grading and settings.
  public init(severity: Severity? = nil, values: [String: SettingValue] = [:]) {
    self.severity = severity
    self.values = values
  }
}
