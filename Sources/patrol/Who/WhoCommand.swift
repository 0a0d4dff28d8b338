import ArgumentParser
import Coverage
import RosterModel
import Screen

/// `patrol who`: the units that could take a cell, best first.
struct WhoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "who", abstract: "List the units that could take a cell, best first, and what each would cost.",
    discussion: """
      The cost is what planning would count, by the weights of roster.toml; a unit that stands elsewhere on that day is \
      told with what it would leave there. Exit code 1 where nobody can.

      For example:
        patrol who planned --cell y1-b03/tomorrow/C
      """)

  @OptionGroup var folder: RosterArgument
  @OptionGroup var options: CellOptions
  @Option(help: "How to write the list.") var format = AnswerFormat.text
  @Flag(help: "List those who cannot too, with the reasons.") var verbose = false
  @OptionGroup var quiet: QuietOption

  func run() throws {
    let streams = quiet.streams
    let (roster, reading) = try folder.readRoster(streams)
    let grid = CoverageGrid(roster)
    let cell = try options.read(in: roster)
    let squares = grid.squares(of: cell.question)
    if case .beat = cell.question.place, cell.question.force == .whichever {
      // Anybody can be asked to stand on a beat, whether or not a demand row does.
    } else if squares.isEmpty {
      throw cell.noSquare(in: grid)
    }
    let answer = WhoAnswer(
      cell.question, grid.candidates(for: cell.question, listsUnreachable: verbose), grid, includingIllegal: verbose)
    switch format {
    case .text: streams.answer(answer.text)
    case .json: streams.answer(try JSONText.encode(answer, from: reading.wholeness))
    }
    streams.note(answer.summary)
    if !reading.wholeness.isWhole { throw ExitStatus.incomplete }
    if !answer.isSomebodyLegal { throw ExitStatus.no }
  }
}
