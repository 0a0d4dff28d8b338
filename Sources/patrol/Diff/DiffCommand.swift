import ArgumentParser
import RosterFolder
import RosterModel
import Screen

/// `patrol diff`: what changed between two rosters.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Say what changed from one roster to another, by cell and by unit.",
    discussion: """
      Rosters are compared by their ids: the order of rows is no difference. Of tables other than assignments and \
      absences the numbers of rows are told. Exit code 1 where the rosters differ.

      For example:
        patrol diff yesterday today
      """)

  @Argument(help: ArgumentHelp("The old roster folder.", valueName: "old"), completion: .directory) var old: String
  @Argument(help: ArgumentHelp("The new roster folder.", valueName: "new"), completion: .directory) var new: String
  @Option(help: "How to write the answer.") var format = AnswerFormat.text
  @OptionGroup var quiet: QuietOption

  func run() throws {
    let streams = quiet.streams
    let before = try RosterArgument.readRoster(at: old, streams)
    let after = try RosterArgument.readRoster(at: new, streams)
    let answer = DiffAnswer(from: before.roster, to: after.roster)
    switch format {
    case .text: streams.answer(answer.text)
    case .json: streams.answer(try JSONText.encode(answer, from: before.reading.wholeness, after.reading.wholeness))
    }
    if !before.reading.wholeness.isWhole || !after.reading.wholeness.isWhole { throw ExitStatus.incomplete }
    if !answer.isEmpty { throw ExitStatus.no }
  }
}
