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
  @OptionGroup var quiet: QuietOption

  func run() throws {
    let streams = quiet.streams
    guard let info = RuleCatalogue.rule(rule) else {
      throw CommandFailure(.usage, UnknownName.words(ofRule: rule, takesBeginnings: false))
    }
    let read = try roster.map { try RosterArgument.readRoster(at: $0, streams) }
    let (settings, folder) = (read?.roster.settings, read?.reading.wholeness)
    switch format {
    case .text:
      let own = settings.map { [""] + RuleInRoster(info, in: $0).lines(info) } ?? []
      streams.answer((RuleText.lines(info) + own).joined(separator: "\n"))
    case .json:
      let answer = RuleAnswer(rule: RuleJSON(info, in: settings))
      streams.answer(try folder.map { try JSONText.encode(answer, from: $0) } ?? JSONText.encode(answer))
    }
    if folder?.isWhole == false { throw ExitStatus.incomplete }
  }
}
