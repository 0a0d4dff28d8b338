import ArgumentParser

/// `patrol undo`: takes back the last act of whoever asks.
struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take back your last act on a roster.",
    discussion: """
      A plan or an import is one act. What another has changed since is not undone: exit code 1, and it says who and when. \
      With --reason it is undone although a rule is broken by that, or a published day or what was worked changes.

      For example:
        patrol undo planned --as Karimova
      """)

  @OptionGroup var folder: RosterArgument
  @OptionGroup var who: PersonOption
  @OptionGroup var clock: NowOption
  @OptionGroup var why: ReasonOption
  @OptionGroup var key: KeyOption
  @Option(help: "How to write the answer.") var format = AnswerFormat.text
  @OptionGroup var quiet: QuietOption

  func run() throws {
    try HistoryChange(
      folder: folder, who: who, clock: clock, why: why, key: key, format: format, streams: quiet.streams, isUndo: true
    ).run()
  }
}

/// `patrol redo`: does again what whoever asks has undone last.
struct RedoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redo",
    abstract: "Do again what you have undone last, or what another program took out of the tables.",
    discussion: """
      What another has changed since is not done again: exit code 1, and it says who and when. With --reason it is done \
      although a rule is broken by that, or a published day or what was worked changes.

      Where tables that another program has edited lack what was recorded, as `patrol log --conflicts` lists it, --entry
      does again what they lack of an entry, of several as one act (12,14), or of all; it is judged as any edit. --drop lets
      it be: it is not told any more. Exit code 1 where such an entry lacks nothing.

      For example:
        patrol redo planned --as Karimova
        patrol redo planned --entry 12
        patrol redo planned --drop all
      """)

  @OptionGroup var folder: RosterArgument
  @Option(help: ArgumentHelp("Do again what the tables have lost of this entry, or of all.", valueName: "n|all"))
  var entry: EntryChoice?
  @Option(help: ArgumentHelp("Let it be that the tables have lost it; it is not told any more.", valueName: "n|all"))
  var drop: EntryChoice?
  @OptionGroup var who: PersonOption
  @OptionGroup var clock: NowOption
  @OptionGroup var why: ReasonOption
  @OptionGroup var key: KeyOption
  @Option(help: "How to write the answer.") var format = AnswerFormat.text
  @OptionGroup var quiet: QuietOption

  func validate() throws {
    if entry != nil, drop != nil {
      throw ValidationError("--entry does it again, --drop lets it be: give one of them.")
    }
    if drop != nil, key.id != nil || why.reason != nil {
      throw ValidationError("--drop changes no roster and goes without --id and --reason.")
    }
  }

  func run() throws {
    if let choice = entry ?? drop {
      return try ConflictChange(
        folder: folder, who: who, why: why, key: key, format: format, streams: quiet.streams, choice: choice,
        isDropped: drop != nil
      ).run()
    }
    try HistoryChange(
      folder: folder, who: who, clock: clock, why: why, key: key, format: format, streams: quiet.streams, isUndo: false
    ).run()
  }
}
