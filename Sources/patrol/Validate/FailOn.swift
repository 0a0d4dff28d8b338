import ArgumentParser
import RosterModel

/// The least severity that makes a validation fail.
enum FailOn: String, CaseIterable, ExpressibleByArgument {
  case error, warning, info, never

  /// Whether any of the findings counted is at or above it.
  func fails(errors: Int, warnings: Int, infos: Int) -> Bool {
    switch self {
    case .error: errors > 0
    case .warning: errors + warnings > 0
    case .info: errors + warnings + infos > 0
    case .never: false
    }
  }
}
