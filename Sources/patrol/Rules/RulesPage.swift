import Coverage
import RosterModel

/// The rule catalogue as a page of the documentation.
enum RulesPage {
  /// The page in Markdown.
  static var text: String {
    (head + RuleFamily.allCases.flatMap(section)).joined(separator: "\n") + "\n"
  }

  private static let head = [
    "# The rules",
    "",
    "Made by `patrol rules-page`, from the catalogue that validator, desk and planner read; a test fails where this page",
    "differs from it. `patrol explain RULE --roster FOLDER` tells the same of one rule, and what a roster makes of it.",
    "",
    "A rule is named by its id, its name, or with others by the beginning of an id. Every rule but those of FMT and REF can",
    "be given another severity in `roster.toml`; [ROSTER.md](ROSTER.md#rules) says how, for some force, district or days",
    "too. A rule about a unit is hard for planning while its severity is error. A finding can be accepted by a row of",
    "`waivers.csv`, or for one run by `--baseline`.",
  ]

  private static func section(_ family: RuleFamily) -> [String] {
    let rules = RuleCatalogue.all.filter { $0.family == family.rawValue }
    return ["", "## \(family.rawValue): \(family.words)"] + rules.flatMap(lines)
  }

  private static func lines(_ rule: RuleInfo) -> [String] {
    var lines = ["", "### \(rule.id) \(rule.name)", "", "**\(rule.severity)**. \(rule.summary) \(rule.reason)"]
    if !rule.source.isEmpty { lines += ["", "Source: \(rule.source)."] }
    if let key = rule.regimeKey { lines += ["", "Goes by `\(key.rawValue)` of the unit's regime."] }
    guard !rule.settings.isEmpty else { return lines }
    lines += ["", "| setting | is | takes | default |", "| --- | --- | --- | --- |"]
    return lines
      + rule.settings.map { "| `\($0.name)` | \($0.summary) | \($0.expectation) | `\($0.standard)` |" }
  }
}
