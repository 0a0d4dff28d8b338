/// How serious a finding is.
public enum Severity: String, CaseIterable, Comparable, Sendable {
  /// The rule is not checked.
  case off
  case info, warning, error

  /// `off` is the least, `error` the most.
  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .off: 0
    case .info: 1
    case .warning: 2
    case .error: 3
    }
  }
}
