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
    var grid = CoverageGrid(roster)
    grid.now = try DutyClock.now(days.now, settings: roster.settings).instant
    var scope = CoverageScope()
    scope.district = try district.flatMap { try roster.districts(named: [$0]).first }
    let range = try days.days(in: roster.settings, telling: streams)
    scope.from = range.lowerBound
    scope.to = range.upperBound
    let held = grid.heldTimes()
    let states = grid.squaresBelowDemand(in: scope) + grid.squaresPartHeld(held, in: scope)
    let fillers = grid.fillers(of: states.map(\.square))
    let answer = GapsAnswer(
      zip(states, fillers).map { state, fillers in
        GapRow(state, fillers: fillers, held: grid.heldTime(of: state.square, among: held), grid.frame)
      })
    switch format {
    case .text: streams.answer(GapTable.text(answer.gaps))
    case .json: streams.answer(try JSONText.encode(answer, from: reading.wholeness))
    }
    streams.note(answer.summaryLine)
    if !reading.wholeness.isWhole { throw ExitStatus.incomplete }
    if answer.summary.belowMinimum > 0 { throw ExitStatus.no }
  }
}

/// What `patrol gaps` answers: the squares below their demand, and their sums.
struct GapsAnswer: Encodable {
  /// The sums of a list of gaps.
  struct Summary: Encodable {
    /// Squares below minimum.
    var belowMinimum: Int
    /// Squares at or above minimum and below target.
    var belowTarget: Int
    /// Units, summed over what is below minimum.
    var missing: Int
    /// Squares with their target that were held for a part of their tile only; `nil` for none.
    var partCovered: Int?
  }

  /// The version of the shape, for programs; a minor version only adds fields.
  let formatVersion = "1.3"
  var summary: Summary
  var gaps: [GapRow]

  init(_ gaps: [GapRow]) {
    let below = gaps.count(where: { $0.gap > 0 })
    let part = gaps.count(where: { $0.gap == 0 && $0.shortfall == 0 })
    summary = Summary(
      belowMinimum: below, belowTarget: gaps.count - below - part, missing: gaps.reduce(0) { $0 + $1.gap },
      partCovered: part > 0 ? part : nil)
    self.gaps = gaps
  }

  /// The sums in a line for people.
  var summaryLine: String {
    "\(summary.belowMinimum) square\(summary.belowMinimum == 1 ? "" : "s") below minimum, \(summary.missing) "
      + "unit\(summary.missing == 1 ? "" : "s") missing; \(summary.belowTarget) only below target"
      + (summary.partCovered.map { "; \($0) held for a part of the shift" } ?? "")
  }
}

/// Gaps as a table for people.
enum GapTable {
  /// A header and one line a gap; nothing where there is none.
  static func text(_ rows: [GapRow]) -> String {
    guard !rows.isEmpty else { return "" }
    let isInTime = rows.contains { $0.minutesWithout != nil }
    let header =
      ["gap", "short", "have", "min", "target", "free", "leaving", "day", "shift", "place", "force", "skill"]
      + (isInTime ? ["in time"] : [])
    let body = rows.map { row in
      [
        "\(row.gap)", "\(row.shortfall)", "\(row.have)", "\(row.minimum)", "\(row.target)", "\(row.units)",
        "\(row.unitsByLeaving)", row.day,
        row.shift, row.kind.map { "\(row.place) (\($0))" } ?? row.place, row.force ?? "any", (row.skill ?? "").shown,
      ] + (isInTime ? [row.held ?? ""] : [])
    }
    return TextTable.text(header, body, numberColumns: 7)
  }
}

/// A square below its demand, for people and programs.
struct GapRow: Encodable {
  var place: String
  var kind: String?
  var day: String
  var shift: String
  var force: String?
  var skill: String?
  var have: Int
  var minimum: Int
  var target: Int
  var gap: Int
  var shortfall: Int
  /// How many units could legally fill one more place besides what they do.
  var units: Int
  /// How many more could by leaving the one posting that they have on that day.
  var unitsByLeaving: Int
  /// When it was held, in words, where somebody came, moved or left during the shift.
  var held: String?
  /// How many minutes of the tile it was not, where that is so.
  var minutesWithout: Int?

  init(_ state: SquareState, fillers: Fillers, held time: HeldTime?, _ frame: RosterFrame) {
    held = time.map { frame.words($0) }
    minutesWithout = time?.minutesWithout
    let line = frame.plan.lines[state.square.line]
    place = frame.roster.id(line.place)
    kind = line.kind?.rawValue
    day = state.square.day.description
    shift = frame.roster.settings.shifts.tile(state.square.tile).id
    force = line.force?.rawValue
    skill = line.skill.isEmpty ? nil : line.skill
    have = state.have
    minimum = state.square.minimum
    target = state.square.target
    gap = state.gap
    shortfall = state.shortfall
    units = fillers.free
    unitsByLeaving = fillers.byLeaving
  }
}
