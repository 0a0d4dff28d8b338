import RosterModel

/// The list of findings.
struct FindingsState: Sendable {
  var list = ListState()
  /// What reading found, then what the rules find; worst first.
  var findings: [Finding] = []
  /// How many references are not among them, because they name rows that could not be used.
  var unchecked = 0
  var revision = -1
}
