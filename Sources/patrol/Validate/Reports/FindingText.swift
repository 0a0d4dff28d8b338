import RosterModel
import Screen

/// A finding as compilers print it, so that editors jump to it.
enum FindingText {
  /// One line: file, line, severity, rule, message; safe for a terminal whatever the roster holds.
  static func line(_ finding: Finding, colour: Bool) -> String {
    let message = finding.message.shown
    guard colour else {
      return "\(place(finding))\(finding.severity): \(finding.rule.id) \(finding.rule.name): \(message)"
    }
    let painted = "\u{1B}[\(paint(finding.severity))m\(finding.severity):\u{1B}[0m"
    return "\(place(finding))\(painted) \u{1B}[1m\(finding.rule.id) \(finding.rule.name)\u{1B}[0m: \(message)"
  }

  private static func place(_ finding: Finding) -> String {
    guard let location = finding.location else { return "" }
    let numbers = [location.line, location.column].compactMap { $0 }.map { ":\($0)" }.joined()
    return "\(location.file.shown)\(numbers): "
  }

  private static func paint(_ severity: Severity) -> String {
    switch severity {
    case .error: "1;31"
    case .warning: "1;33"
    case .info, .off: "1;36"
    }
  }
}
