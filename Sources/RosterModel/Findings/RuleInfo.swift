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
