import RosterModel

/// The figures of a validation.
public struct ValidationSummary: Hashable, Sendable {
  /// Findings by severity, waived ones left out.
  public var errors = 0
  /// Findings of severity warning.
  public var warnings = 0
  /// Findings of severity info.
  public var infos = 0
  /// Findings that a waiver accepts.
  public var waived = 0
  /// How well demand is covered in the part that was asked for.
  public var coverage = CoverageSummary()

  /// Nothing found yet.
  public init() {}

  /// Counts a finding.
  public mutating func count(_ finding: Finding) {
    switch finding.severity {
    case .error: errors += 1
    case .warning: warnings += 1
    case .info: infos += 1
    case .off: break
    }
  }
}
