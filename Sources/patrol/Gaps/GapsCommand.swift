import ArgumentParser
import Coverage
import RosterModel
import Screen

/// `patrol gaps`: the squares below their demand, worst first.
struct GapsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gaps", abstract: "List the squares below their demand, worst first, and who could fill them.",
    discussion: """
      Exit code 1 where a square is below its minimum. Squares only below target do not fail.

      For example:
        patrol gaps planned --from today --to tomorrow
      """)

  @OptionGroup var folder: RosterArgument
  @OptionGroup var days: DayOptions
  @Option(help: ArgumentHelp("Only this district.", valueName: "id"), completion: .districts) var district: String?
  @Option(help: "How to write the list.") var format = AnswerFormat.text
  @OptionGroup var quiet: QuietOption

  func run() throws {
    let streams = quiet.streams
    let (roster, reading) = try folder.readRoster(streams)
    let grid = CoverageGrid(roster)
    var scope = CoverageScope()
    scope.district = try district.flatMap { try roster.districts(named: [$0]).first }
    let range = try days.days(in: roster.settings, telling: streams)
    scope.from = range.lowerBound
    scope.to = range.upperBound
    let states = grid.squaresBelowDemand(in: scope)
    let fillers = grid.fillers(of: states.map(\.square))
    let answer = GapsAnswer(zip(states, fillers).map { GapRow($0, fillers: $1, grid.frame) })
    switch format {
    case .text: streams.answer(GapTable.text(answer.gaps))
    case .json: streams.answer(try JSONText.encode(answer, from: reading.wholeness))
    }
    streams.note(answer.summaryLine)
    if !reading.wholeness.isWhole { throw ExitStatus.incomplete }
    if answer.summary.belowMinimum > 0 { throw ExitStatus.no }
  }
}
