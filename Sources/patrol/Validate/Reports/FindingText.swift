import RosterModel
import Screen

/// A finding as compilers print it, so that editors jump to it.
enum FindingText {
  /// One line: file, line, severity, rule, message; safe for a terminal whatever the roster holds.
  static func line(_ finding: Finding, colour: Bool) -> String {
    "\(place(finding))\(head(finding.severity, finding.rule, colour: colour)): \(finding.message.shown)"
  }

  /// Severity and rule.
  static func head(_ severity: Severity, _ rule: RuleInfo, colour: Bool) -> String {
    guard colour else { return "\(severity): \(rule.id) \(rule.name)" }
    return "\u{1B}[\(paint(severity))m\(severity):\u{1B}[0m \u{1B}[1m\(rule.id) \(rule.name)\u{1B}[0m"
  }

  /// File, line and column, as far as they are known, and what parts them from what follows.
  static func place(_ finding: Finding) -> String {
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
