import RosterModel

/// What a validation found.
public struct ValidationResult: Sendable {
  /// What stands, sorted by file, line, rule and subject; findings without a location come last.
  public var findings: [Finding]
  /// What a waiver accepts, in the same order.
  public var waived: [Finding]
  /// The rules that were run, in the order of the catalogue.
  public var rulesRun: [RuleInfo]
  /// The rules that were not, with the reason.
  public var rulesSkipped: [SkippedRule]
  /// The figures.
  public var summary: ValidationSummary
}
