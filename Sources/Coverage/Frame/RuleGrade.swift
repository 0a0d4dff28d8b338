import RosterModel

/// A rule with how serious it is in a roster.
struct RuleGrade: Sendable {
  /// The rule.
  let rule: RuleInfo
  /// How serious it is where no override says otherwise.
  let severity: Severity
  /// Whether some override gives it another severity.
  let varies: Bool
}
