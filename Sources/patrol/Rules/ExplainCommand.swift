import ArgumentParser
import Coverage
import RosterModel
import Screen

/// `patrol explain`: one rule with its reason and source.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explain a rule: what it finds, why, and where its numbers come from.",
    discussion: """
      With --roster also what that roster makes of it: its severity there, and its regimes' sources.

      For example:
        patrol explain COV001
        patrol explain rest-too-short --roster planned
      """)

  @Argument(help: "The rule's id or name, for example COV001 or rest-too-short.", completion: .rules) var rule: String
  @Option(
    help: ArgumentHelp("A roster folder whose settings of the rule are shown.", valueName: "folder"),
    completion: .directory)
  var roster: String?
  @Option(help: "How to write the answer.") var format = AnswerFormat.text

  func run() throws {
    let streams = StandardStreams()
    guard let info = RuleCatalogue.rule(rule) else {
      throw CommandFailure(.usage, "'\(rule.shown)' is no rule. `patrol rules` lists them.")
    }
    let settings = try roster.map { try Self.settings(of: $0, streams) }
    if format == .json {
      streams.answer(try JSONText.encode(RuleAnswer(rule: RuleJSON(info, in: settings))))
      return
    }
    var lines = RuleText.lines(info)
    if let settings { lines += [""] + RuleInRoster(info, in: settings).lines(info) }
    streams.answer(lines.joined(separator: "\n"))
  }

  private static func settings(of path: String, _ streams: StandardStreams) throws -> RosterSettings {
    var argument = RosterArgument()
    argument.roster = path
    return try argument.readRoster(streams).roster.settings
  }
}
