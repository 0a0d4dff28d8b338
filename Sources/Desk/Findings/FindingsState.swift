import RosterModel

/// The list of findings.
struct FindingsState: Sendable {
  var list = ListState()
  /// What reading found, then what the rules find; worst first.
  var findings: [Finding] = []
  var revision = -1
}
