import RosterModel

/// A rule that was not run, with the reason.
public struct SkippedRule: Hashable, Sendable {
  /// The rule.
  public var rule: RuleInfo
  /// Why it was not run.
  public var reason: String
}
