import ArgumentParser
import Coverage
import RosterModel

/// `patrol rules-page`: the rule catalogue as a page of the documentation.
struct RulesPageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules-page", abstract: "Write the page of the rules, docs/RULES.md.", shouldDisplay: false)

  func run() {
    StandardStreams().answer(RulesPage.text)
  }
}

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

/// A rule in words, as `patrol explain` prints it, docs/RULES.md tells it and a SARIF log carries it.
enum RuleText {
  /// The lines of the explanation, of the rule as the catalogue has it.
  static func lines(_ rule: RuleInfo) -> [String] {
    var lines = ["\(rule.id) \(rule.name) (\(rule.severity))", "", rule.summary, "", rule.reason]
    if !rule.source.isEmpty { lines += ["", "Source: \(rule.source)"] }
    return lines + [""] + settings(rule)
  }

  /// What a roster may set of the rule.
  private static func settings(_ rule: RuleInfo) -> [String] {
    guard rule.canBeRegraded else { return ["A roster cannot give it another severity."] }
    var lines = ["[rules.\(rule.name)] of roster.toml takes:"]
    lines.append("  severity: error, warning, info or off (\(rule.severity))")
    for setting in rule.settings {
      lines.append("  \(setting.name): \(setting.summary); \(setting.expectation) (\(setting.standard))")
    }
    if let key = rule.regimeKey { lines += ["", "It goes by `\(key.rawValue)` of the unit's regime."] }
    return lines
  }
}
