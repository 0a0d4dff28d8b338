import Coverage
import RosterModel
import Screen

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

/// A rule as one roster has it.
struct RuleInRoster: Encodable {
  /// What holds for some force, district or days only.
  struct Override: Encodable {
    var force: String?
    var district: String?
    var days: String?
    var severity: String?
    var settings: [String: String]
  }

  var title: String
  var severity: String
  var settings: [String: String]
  var overrides: [Override]
  /// Where the rule's number comes from, by regime.
  var sources: [String: String]

  init(_ rule: RuleInfo, in settings: RosterSettings) {
    let policy = RulePolicy(settings)
    title = settings.title
    severity = policy.severity(of: rule).rawValue
    self.settings = rule.settings.reduce(into: [:]) { values, setting in
      values[setting.name] = policy.value(setting.name, of: rule)?.description
    }
    let own = settings.rules[rule.name] ?? settings.rules[rule.id]
    overrides = (own?.overrides ?? []).map { override in
      Override(
        force: override.force?.rawValue, district: override.district, days: override.days?.description,
        severity: override.severity?.rawValue, settings: override.values.mapValues(\.description))
    }
    sources = settings.regimes.reduce(into: [:]) { sources, regime in
      if let key = rule.regimeKey { sources[regime.name] = regime.sources[key] }
    }
  }

  /// The same in lines for people.
  func lines(_ rule: RuleInfo) -> [String] {
    var lines = ["In \(title.shown): \(severity)"]
    lines += settings.keys.sorted().map { "  \($0): \(settings[$0]?.shown ?? "")" }
    for override in overrides {
      let site = [override.force, override.district, override.days].compactMap { $0?.shown }
      let given =
        [override.severity].compactMap { $0 }
        + override.settings.keys.sorted().map { "\($0.shown): \(override.settings[$0]?.shown ?? "")" }
      lines.append("  for \(site.isEmpty ? "all" : site.joined(separator: ", ")): \(given.joined(separator: ", "))")
    }
    guard let key = rule.regimeKey else { return lines }
    return lines
      + sources.keys.sorted().map { "  regime \($0.shown), \(key.rawValue): \(sources[$0]?.shown ?? "")" }
  }
}
