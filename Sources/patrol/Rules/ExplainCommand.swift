import ArgumentParser
import Coverage
import RosterModel
import Screen

/// `patrol explain`: one rule with its reason and source.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explain a rule: what it finds, why, and where its numbers come from.",
    discussion: "With --roster also what that roster makes of it: its severity there, and its regimes' sources.")

  @Argument(help: "The rule's id or name, for example COV001 or rest-too-short.") var rule: String
  @Option(help: ArgumentHelp("A roster folder whose settings of the rule are shown.", valueName: "folder"))
  var roster: String?
  @Option(help: "How to write the answer: text or json.") var format = AnswerFormat.text

  func run() throws {
    let streams = StandardStreams()
    guard let info = RuleCatalogue.rule(rule) else {
      throw CommandFailure(.usage, "'\(rule.shown)' is no rule. `patrol rules` lists them.")
    }
    if format == .json {
      streams.answer(try JSONText.encode(RuleJSON(info)))
      return
    }
    var lines = RuleText.lines(info)
    if let roster { lines += try settings(of: info, in: roster, streams) }
    streams.answer(lines.joined(separator: "\n"))
  }

  private func settings(of info: RuleInfo, in path: String, _ streams: StandardStreams) throws -> [String] {
    var argument = RosterArgument()
    argument.roster = path
    let roster = try argument.readRoster(streams).roster
    var lines = ["", "In \(roster.settings.title.shown): \(RulePolicy(roster.settings).severity(of: info))"]
    guard let key = RegimeSources.key(of: info) else { return lines }
    for regime in roster.settings.regimes {
      guard let source = regime.sources[key] else { continue }
      lines.append("  regime \(regime.name.shown), \(key.rawValue): \(source.shown)")
    }
    return lines
  }
}
