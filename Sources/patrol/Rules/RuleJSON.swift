import RosterModel

/// A rule for programs.
struct RuleJSON: Encodable {
  /// A setting that the rule takes.
  struct Setting: Encodable {
    var name: String
    var summary: String
    var takes: String
    var standard: String
  }

  var id: String
  var name: String
  var severity: String
  var summary: String
  var reason: String
  var source: String
  var canBeRegraded: Bool
  var settings: [Setting]
  var regimeKey: String?
  /// The rule as a roster has it; only where one was named.
  var inRoster: RuleInRoster?

  init(_ rule: RuleInfo, in roster: RosterSettings? = nil) {
    id = rule.id
    name = rule.name
    severity = rule.severity.rawValue
    summary = rule.summary
    reason = rule.reason
    source = rule.source
    canBeRegraded = rule.canBeRegraded
    settings = rule.settings.map {
      Setting(name: $0.name, summary: $0.summary, takes: $0.expectation, standard: $0.standard.description)
    }
    regimeKey = rule.regimeKey?.rawValue
    inRoster = roster.map { RuleInRoster(rule, in: $0) }
  }
}
