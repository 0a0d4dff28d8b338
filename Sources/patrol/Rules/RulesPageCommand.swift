import ArgumentParser

/// `patrol rules-page`: the rule catalogue as a page of the documentation.
struct RulesPageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules-page", abstract: "Write the page of the rules, docs/RULES.md.", shouldDisplay: false)

  func run() {
    StandardStreams().answer(RulesPage.text)
  }
}
