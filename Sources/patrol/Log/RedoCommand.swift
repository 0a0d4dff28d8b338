import ArgumentParser

/// `patrol redo`: does again what whoever asks has undone last.
struct RedoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redo", abstract: "Do again what you have undone last.",
    discussion: """
      What another has changed since is not done again: exit code 1, and it says who and when. With --reason it is done \
      although a rule is broken by that, or a published day changes.

      For example:
        patrol redo planned --as Karimova
      """)

  @OptionGroup var folder: RosterArgument
  @OptionGroup var who: PersonOption
  @OptionGroup var why: ReasonOption
  @OptionGroup var key: KeyOption
  @Option(help: "How to write the answer.") var format = AnswerFormat.text
  @OptionGroup var quiet: QuietOption

  func run() throws {
    try HistoryChange(
      folder: folder, who: who, why: why, key: key, format: format, streams: quiet.streams, isUndo: false
    ).run()
  }
}
