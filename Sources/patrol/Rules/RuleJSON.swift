import RosterModel

/// A rule for programs.
struct RuleJSON: Encodable {
  var id: String
  var name: String
  var severity: String
  var summary: String
  var reason: String
  var source: String
  var canBeRegraded: Bool

  init(_ rule: RuleInfo) {
    id = rule.id
    name = rule.name
    severity = rule.severity.rawValue
    summary = rule.summary
    reason = rule.reason
    source = rule.source
    canBeRegraded = rule.canBeRegraded
  }
}
