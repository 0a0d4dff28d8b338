/// What `roster.toml` says of one rule for some force, district or days only.
public struct RuleOverride: Hashable, Sendable {
  /// The force it is for; `nil` for all.
  public var force: Force?
  /// The id of the district it is for; `nil` for all.
  public var district: String?
  /// The duty days it is for; `nil` for all, and for findings about no day.
  public var days: DayPattern?
  /// The severity there; `nil` keeps the one that holds elsewhere.
  public var severity: Severity?
  /// The rule's own settings there, by name.
  public var values: [String: SettingValue]
  /// The line of `roster.toml` that each key stands on.
  public var lines: [String: Int32]

  /// What holds for a force, district and days.
  public init(
    force: Force? = nil, district: String? = nil, days: DayPattern? = nil, severity: Severity? = nil,
    values: [String: SettingValue] = [:], lines: [String: Int32] = [:]
  ) {
    self.force = force
    self.district = district
    self.days = days
    self.severity = severity
    self.values = values
    self.lines = lines
  }
}
