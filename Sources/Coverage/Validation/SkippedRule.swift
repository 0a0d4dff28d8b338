import RosterModel

/// A rule that was not run, with the reason.
public struct SkippedRule: Hashable, Sendable {
  /// The rule.
  public var rule: RuleInfo
  /// Why it was not run.
  public var reason: String

  /// A rule with the reason why it was not run.
  public init(rule: RuleInfo, reason: String) {
    self.rule = rule
    self.reason = reason
  }
}
