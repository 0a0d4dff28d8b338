import ArgumentParser
import Coverage
import RosterModel
import Screen

/// `patrol rules`: the rule catalogue.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "List the rules that a roster is checked against.")

  @Option(help: "How to write the list.") var format = AnswerFormat.text
  @OptionGroup var quiet: QuietOption

  func run() throws {
    let streams = quiet.streams
    switch format {
    case .text:
      let width = RuleCatalogue.all.map(\.name.count).max() ?? 0
      streams.answer(
        RuleCatalogue.all.map { rule in
          let name = rule.name.padded(toCells: width)
          return "\(rule.id)  \(name)  \(rule.severity.rawValue.padded(toCells: 7))  \(rule.summary)"
        }.joined(separator: "\n"))
    case .json: streams.answer(try JSONText.encode(RulesAnswer(rules: RuleCatalogue.all.map { RuleJSON($0) })))
    }
  }
}

/// What `patrol rules` answers programs.
struct RulesAnswer: Encodable {
  /// The version of the shape; a minor version only adds fields.
  let formatVersion = "1.0"
  var rules: [RuleJSON]
}

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

/// What `patrol explain` answers programs.
struct RuleAnswer: Encodable {
  /// The version of the shape; a minor version only adds fields.
  let formatVersion = "1.1"
  var rule: RuleJSON
}
