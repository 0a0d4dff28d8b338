import ArgumentParser
import RosterModel

/// A severity given on the command line, as `RULE=LEVEL`.
struct SeverityOverride: ExpressibleByArgument {
  /// The rule's id, name or the beginning of ids.
  var rule: String
  /// The severity it gets.
  var severity: Severity

  init?(argument: String) {
    let parts = argument.split(separator: "=", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, let severity = Severity(rawValue: String(parts[1])) else { return nil }
    rule = String(parts[0])
    self.severity = severity
  }
}
