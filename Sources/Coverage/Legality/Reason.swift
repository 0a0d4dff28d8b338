import RosterModel

/// Why a unit should not, or may not, be posted somewhere.
public struct Reason: Hashable, Sendable {
  /// The rule that the posting would break.
  public var rule: RuleInfo
  /// How serious that is in this roster.
  public var severity: Severity
  /// What would be broken, for a dispatcher: `rest 8 h < 12 h after B on 4 Dec`.
  public var message: String

  /// A reason.
  public init(rule: RuleInfo, severity: Severity, message: String) {
    self.rule = rule
    self.severity = severity
    self.message = message
  }

  /// Whether it makes the posting illegal: planning never breaks such a rule.
  public var isHard: Bool { severity == .error }
}
