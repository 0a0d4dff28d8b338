import ArgumentParser

/// `patrol undo`: takes back the last act of whoever asks.
struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take back your last act on a roster.",
    discussion: """
      A plan or an import is one act. What another has changed since is not undone: exit code 1, and it says who and when. \
      With --reason it is undone although a rule is broken by that, or a published day changes.

      For example:
        patrol undo planned --as Karimova
      """)

  @OptionGroup var folder: RosterArgument
  @OptionGroup var who: PersonOption
  @OptionGroup var why: ReasonOption
  @OptionGroup var key: KeyOption
  @Option(help: "How to write the answer.") var format = AnswerFormat.text
  @OptionGroup var quiet: QuietOption

  func run() throws {
    try HistoryChange(
      folder: folder, who: who, why: why, key: key, format: format, streams: quiet.streams, isUndo: true
    ).run()
  }
}
