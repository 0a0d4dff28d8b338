import ArgumentParser

/// Why a verb edits a roster.
struct ReasonOption: ParsableArguments {
  @Option(help: ArgumentHelp("Why; published days and --force want it.", valueName: "text"))
  var reason: String?

  func validate() throws {
    if let reason { try PlainText.check(reason, option: "--reason") }
  }
}
