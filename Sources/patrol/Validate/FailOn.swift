import ArgumentParser
import Coverage
import RosterModel

/// The least severity that makes a validation fail.
enum FailOn: String, CaseIterable, ExpressibleByArgument {
  case error, warning, info, never

  /// Whether a finding of this severity is at or above it.
  func fails(_ severity: Severity) -> Bool {
    switch self {
    case .error: severity >= .error
    case .warning: severity >= .warning
    case .info: severity >= .info
    case .never: false
    }
  }

  /// Whether any of the findings counted is at or above it.
  func fails(_ summary: ValidationSummary) -> Bool {
    summary.errors > 0 && fails(.error) || summary.warnings > 0 && fails(.warning)
      || summary.infos > 0 && fails(.info)
  }
}
