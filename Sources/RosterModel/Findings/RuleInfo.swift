/// What the catalogue says of a rule.
public struct RuleInfo: Hashable, Sendable {
  /// Three letters and three digits, for example `COV001`; never used again for another rule.
  public var id: String
  /// The kebab-case name, for example `cell-below-minimum`.
  public var name: String
  /// The severity where the roster does not re-grade it.
  public var severity: Severity
  /// What it finds, in one line.
  public var summary: String
  /// Why the rule is there, and what to do about a finding.
  public var reason: String
  /// Where the rule or its number comes from; empty where it is the roster's own word.
  public var source: String
  /// Whether the roster may give it another severity.
  public var canBeRegraded: Bool
  /// What the roster may set of it besides its severity.
  public var settings: [RuleParameter]
  /// The key of a regime that the rule goes by; `nil` for none.
  public var regimeKey: RegimeKey?

  /// The catalogue's entry of a rule.
  public init(
    id: String, name: String, severity: Severity, summary: String, reason: String, source: String = "",
    canBeRegraded: Bool = true, settings: [RuleParameter] = [], regimeKey: RegimeKey? = nil
  ) {
    self.id = id
    self.name = name
    self.severity = severity
    self.summary = summary
    self.reason = reason
    self.source = source
    self.canBeRegraded = canBeRegraded
    self.settings = settings
    self.regimeKey = regimeKey
  }

  /// The three letters of its family.
  public var family: String { String(id.prefix(3)) }
}

/// A setting that a rule takes from its table in `roster.toml`.
public struct RuleParameter: Hashable, Sendable {
  /// Which values it takes.
  public enum Kind: Hashable, Sendable {
    /// A whole number in a range.
    case integer(ClosedRange<Int>)
    /// A time of the clock.
    case clock
    /// A list of forces, at least one.
    case forces
  }

  /// The key, in snake case.
  public var name: String
  /// Which values it takes.
  public var kind: Kind
  /// The value where the roster gives none.
  public var standard: SettingValue
  /// What it is, with its unit.
  public var summary: String

  /// A setting of this name.
  public init(_ name: String, _ kind: Kind, standard: SettingValue, _ summary: String) {
    self.name = name
    self.kind = kind
    self.standard = standard
    self.summary = summary
  }

  /// Whether it takes a value.
  public func takes(_ value: SettingValue) -> Bool {
    switch (kind, value) {
    case (.integer(let range), .integer(let number)): return range.contains(number)
    case (.clock, .text(let text)): return ClockTime(text: text) != nil
    case (.forces, .list(let words)):
      return !words.isEmpty
        && words.allSatisfy { word in
          if case .text(let text) = word { return Force(rawValue: text) != nil }
          return false
        }
    default: return false
    }
  }

  /// Which values it takes, in words.
  public var expectation: String {
    switch kind {
    case .integer(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .clock: "a time as \"08:00\""
    case .forces: "a list of police, guard or volunteer"
    }
  }
}
