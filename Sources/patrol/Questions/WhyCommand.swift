import ArgumentParser
import Coverage
import Foundation
import Journal
import Planner
import RosterModel
import Screen

/// `patrol why`: why a cell is short, the cheapest ways out, and the proof where there is none.
struct WhyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract: "Say why a cell, or many, are short: who was ruled out, the ways out, or the proof of none.",
    discussion: """
      Without --cell all gaps of the days, places, shift and force named are answered as one: how many of them no plan \
      fills, and the least that would close them, each tried.

      Exit code 0 where the cell is met or can be filled, 1 where no plan fills it or no way was found. What the verdicts \
      mean and how a proof is checked is in docs/WHY.md.

      For example:
        patrol why planned --cell y1-b03/2026-12-14/C
        patrol why planned --from 2026-12-14 --to 2026-12-20 --district yunusobod
      """)

  @OptionGroup var folder: RosterArgument
  @Option(
    help: ArgumentHelp(
      "The cell: place, duty day and shift, then a force and a skill for a single square.",
      valueName: "place/day/shift[/force[/skill]]"))
  var cell: String?
  @OptionGroup var days: DayOptions
  @Option(help: ArgumentHelp("Only gaps in this district.", valueName: "id"), completion: .districts)
  var district: String?
  @Option(help: ArgumentHelp("Only gaps in this shift.", valueName: "id")) var shift: String?
  @Option(help: ArgumentHelp("Only gaps of squares that ask for this force, or for any.", valueName: "force"))
  var force: String?
  @Option(help: ArgumentHelp("How many ways out are told, 1 to 20.", valueName: "number")) var ways = 3
  @Option(help: "How to write the answer.") var format = AnswerFormat.text
  @Flag(help: "Name every unit that is ruled out, with the reasons, and everything that a proof counts.")
  var verbose = false
  @OptionGroup var quiet: QuietOption

  func validate() throws {
    if !(1...20).contains(ways) { throw ValidationError("--ways: \(ways) is not a number from 1 to 20.") }
    let isMany = days.isLimited || district != nil || shift != nil || force != nil
    if cell != nil, isMany {
      throw ValidationError("--cell names one cell: leave out --from, --to, --district, --shift and --force.")
    }
  }

  func run() throws {
    let streams = quiet.streams
    let (roster, reading) = try folder.readRoster(streams)
    var grid = CoverageGrid(roster)
    grid.now = try DutyClock.now(days.now, settings: roster.settings).instant
    guard let cell else { return try answerMany(grid, reading, streams) }
    let argument = try CellArgument(cell, now: days.now, in: roster)
    guard var why = grid.why(argument.question, most: ways) else { throw argument.noSquare(in: grid) }
    if why.verdict == .notShown {
      try Self.asking { () throws(PlanError) in try why.ask(FillProver(grid), effort: effort) }
    }
    let answer = WhyAnswer(
      why: why, frame: grid.frame, held: grid.heldTimes(), folder: folder.roster, isVerbose: verbose)
    if grid.hasBegun(argument.question.day, roster.settings.shifts.tiles[argument.question.tile]) {
      streams.note(
        "this shift has begun: plans and repairs leave it as it is worked. `patrol who` lists who is free, `patrol move-now "
          + "--called-in` brings somebody")
    }
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

  private func answerMany(_ grid: CoverageGrid, _ reading: RosterReading, _ streams: StandardStreams) throws {
    let gaps = try asked(in: grid, telling: streams)
    guard let prover = FillProver(grid) else {
      if gaps.isEmpty { return streams.answer("met: nothing is missing that a plan could fill") }
      throw CommandFailure(.usage, "the roster cannot be planned, or is too large to be asked about as a whole")
    }
    let answer = ManyAnswer(
      many: try Self.asking { () throws(PlanError) in try prover.manyGaps(gaps, effort: effort) }, frame: grid.frame,
      isVerbose: verbose)
    switch format {
    case .text: streams.answer(answer.text)
    case .json: streams.answer(try JSONText.encode(answer, from: reading.wholeness))
    }
    if !reading.wholeness.isWhole { throw ExitStatus.incomplete }
    if answer.verdict == .cannotBeFilled || answer.verdict == .notShown { throw ExitStatus.no }
  }

  /// Asks the engine.
  ///
  /// - Throws: `CommandFailure` where it fails, so that a fault of the program is not told as `not shown`.
  private static func asking<Answer>(_ body: () throws(PlanError) -> Answer) throws -> Answer {
    do { return try body() } catch { throw CommandFailure(.fault, "\(error)".shown) }
  }

  private var effort: FillProver.Effort {
    var effort = FillProver.Effort()
    effort.threads = ProcessInfo.processInfo.activeProcessorCount
    return effort
  }

  /// The gaps that the options name, worst first.
  private func asked(in grid: CoverageGrid, telling streams: StandardStreams) throws -> [SquareState] {
    let roster = grid.frame.roster
    var scope = CoverageScope()
    scope.district = try district.flatMap { try roster.districts(named: [$0]).first }
    let range = try days.days(in: roster.settings, telling: streams)
    scope.from = range.lowerBound
    scope.to = range.upperBound
    let tile = try shift.map { try CellArgument.tile($0, option: "--shift", in: roster.settings.shifts) }
    let asked = try force.map { try CellArgument.force($0, option: "--force") }
    let found = grid.gaps(in: scope)
    let open = found.filter { !grid.hasBegun($0.square) }
    if open.count < found.count {
      streams.note(
        "\(found.count - open.count) of \(found.count) squares below minimum are in shifts that have begun and are left "
          + "out: `patrol move-now --called-in` brings somebody")
    }
    return open.filter { state in
      let own = grid.frame.plan.lines[state.square.line].force
      switch asked {
      case .force(let force): if own != nil && own != force { return false }
      case .some(.none): if own != nil { return false }
      case .whichever, nil: break
      }
      return tile.map { $0 == state.square.tile } ?? true
    }
  }
}

/// What `patrol why` answers.
struct WhyAnswer {
  let why: CellWhy
  let frame: RosterFrame
  /// When squares were held in which somebody came, moved or left during the shift, by number.
  let held: [Int: HeldTime]
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

  /// When a square was held; `nil` where nobody came, moved or left during the shift.
  func held(_ square: Square) -> HeldTime? {
    frame.plan.index(line: square.line, day: square.day, tile: square.tile).flatMap { held[$0] }
  }

  /// A posting's place and time, the day where it is another than the one asked about.
  func place(_ posting: Assignment) -> String {
    let day = posting.day == why.question.day ? "" : " on \(posting.day)"
    return "\(roster.id(posting.beat)) \(roster.id(posting.shift))\(day)"
  }
}
