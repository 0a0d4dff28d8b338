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
