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

/// What a rule is asked about, as far as its severity and settings may depend on it.
public struct RuleSite: Hashable, Sendable {
  /// The force; `nil` where it is about no one force.
  public var force: Force?
  /// The id of the district; `nil` where it is in none.
  public var district: String?
  /// The duty day; `nil` where it is about no one day.
  public var day: Day?

  /// A force, in a district, on a day.
  public init(force: Force? = nil, district: String? = nil, day: Day? = nil) {
    self.force = force
    self.district = district
    self.day = day
  }
}

extension RuleOverride {
  /// Whether it holds there.
  public func holds(at site: RuleSite) -> Bool {
    if let force, force != site.force { return false }
    if let district, district != site.district { return false }
    guard let days else { return true }
    return site.day.map(days.contains) ?? false
  }

  /// Whether it could hold somewhere; what the site leaves open is not known.
  public func mayHold(at site: RuleSite) -> Bool {
    if let force, let own = site.force, force != own { return false }
    if let district, let own = site.district, district != own { return false }
    if let days, let own = site.day { return days.contains(own) }
    return true
  }
}

/// A value that `roster.toml` gives a rule's setting.
public enum SettingValue: Hashable, Sendable {
  case integer(Int)
  case number(Double)
  case flag(Bool)
  case text(String)
  case list([SettingValue])
}

extension SettingValue: CustomStringConvertible {
  /// The value as `roster.toml` writes it, but for the escapes of a text.
  public var description: String {
    switch self {
    case .integer(let value): "\(value)"
    case .number(let value): "\(value)"
    case .flag(let value): "\(value)"
    case .text(let text): "\"\(text)\""
    case .list(let values): "[" + values.map(\.description).joined(separator: ", ") + "]"
    }
  }
}
