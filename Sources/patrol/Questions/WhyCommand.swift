import ArgumentParser
import Coverage
import RosterModel
import Screen

/// `patrol why`: why a cell is short, the cheapest ways out, and the proof where there is none.
struct WhyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why", abstract: "Say why a cell is short: who was ruled out, the ways out, or the proof of none.",
    discussion: """
      Exit code 0 where the cell is met or can be filled, 1 where no plan fills it or no way was found. What the verdicts \
      mean and how a proof is checked is in docs/WHY.md.

      For example:
        patrol why planned --cell y1-b03/2026-12-14/C
      """)

  @OptionGroup var folder: RosterArgument
  @OptionGroup var options: CellOptions
  @Option(help: ArgumentHelp("How many ways out are told, 1 to 20.", valueName: "number")) var ways = 3
  @Option(help: "How to write the answer.") var format = AnswerFormat.text
  @Flag(help: "Name every unit that is ruled out, with the reasons, and everything that a proof counts.")
  var verbose = false
  @OptionGroup var quiet: QuietOption

  func validate() throws {
    if !(1...20).contains(ways) { throw ValidationError("--ways: \(ways) is not a number from 1 to 20.") }
  }

  func run() throws {
    let streams = quiet.streams
    let (roster, reading) = try folder.readRoster(streams)
    let grid = CoverageGrid(roster)
    let cell = try options.read(in: roster)
    guard let why = grid.why(cell.question, most: ways) else { throw cell.noSquare(in: grid) }
    let answer = WhyAnswer(why: why, frame: grid.frame, folder: folder.roster, isVerbose: verbose)
    switch format {
    case .text: streams.answer(answer.text)
    case .json: streams.answer(try JSONText.encode(answer, from: reading.wholeness))
    }
    if !reading.wholeness.isWhole { throw ExitStatus.incomplete }
    switch why.verdict {
    case .met, .canBeFilled: break
    case .cannotBeFilled, .notShown: throw ExitStatus.no
    }
  }
}

/// What `patrol why` answers.
struct WhyAnswer {
  let why: CellWhy
  let frame: RosterFrame
  /// The folder as it was typed, for the commands.
  let folder: String
  /// Whether every unit is named.
  let isVerbose: Bool

  var roster: Roster { frame.roster }

  /// A unit as people and programs know it: its callsign, and its id.
  func name(_ unit: UnitReference) -> String {
    let row = roster.units[unit.index]
    return row.callsign.isEmpty || row.callsign == row.id ? row.id : "\(row.callsign) (\(row.id))"
  }

  /// A posting's place and time, the day where it is another than the one asked about.
  func place(_ posting: Assignment) -> String {
    let day = posting.day == why.question.day ? "" : " on \(posting.day)"
    return "\(roster.id(posting.beat)) \(roster.id(posting.shift))\(day)"
  }
}
