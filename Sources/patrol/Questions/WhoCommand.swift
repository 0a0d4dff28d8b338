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

/// What `patrol who` answers.
struct WhoAnswer {
  let question: CellQuestion
  /// Best first.
  let candidates: [Candidate]
  /// Everybody, with the counts.
  let list: CandidateList
  let frame: RosterFrame
  /// Whether the day is published where the cell is, so that planning would not post anybody.
  let isPublished: Bool

  /// The answer to a question.
  ///
  /// - Parameter includingIllegal: whether those who cannot are listed too.
  init(_ question: CellQuestion, _ list: CandidateList, _ grid: CoverageGrid, includingIllegal: Bool) {
    self.question = question
    self.list = list
    candidates = includingIllegal ? list.candidates : list.candidates.filter(\.isLegal)
    frame = grid.frame
    let roster = grid.frame.roster
    let district = roster.district(of: question.place)
    isPublished = roster.publications.contains { $0.day == question.day && $0.district == district }
  }

  /// Whether anybody can.
  var isSomebodyLegal: Bool { candidates.contains(where: \.isLegal) }

  /// One line with the figures.
  var summary: String {
    let published = isPublished ? "; the day is published there, so tell the unit and publish it again" : ""
    let why = isSomebodyLegal ? "" : "; `patrol why` says why, and what else could be done"
    return "\(frame.cellID(question).shown): \(list.words), \(list.illegal) cannot\(published)\(why)"
  }
}

extension RosterFrame {
  /// A cell as `--cell` takes it.
  func cellID(_ question: CellQuestion) -> String {
    let tile = roster.settings.shifts.tile(question.tile).id
    let force: String? =
      switch question.force {
      case .whichever: nil
      case .none: "any"
      case .force(let force): force.rawValue
      }
    let parts =
      [roster.id(question.place), question.day.description, tile] + [force, question.skill].compactMap { $0 }
    return parts.joined(separator: "/")
  }

  /// A square as `--cell` takes it.
  func cellID(_ square: Square) -> String {
    let tile = roster.settings.shifts.tile(square.tile).id
    return "\(roster.id(plan.lines[square.line].place))/\(square.day)/\(tile)/\(words(of: square))"
  }
}

extension WhoAnswer {
  /// A table for people, safe for a terminal whatever the roster holds; empty where nobody is listed.
  var text: String {
    guard !candidates.isEmpty else { return "" }
    let header = ["cost", "unit", "callsign", "force", "beat", "shift", "from", "counted"]
    return TextTable.text(header, candidates.map(row), numberColumns: 1)
  }

  private func row(_ candidate: Candidate) -> [String] {
    let roster = frame.roster
    let unit = roster.units[candidate.unit.index]
    let from = candidate.leaves.map { "\(roster.id($0.beat)) \(roster.id($0.shift))" } ?? "free"
    return [
      candidate.isLegal ? "\(candidate.cost.total)" : "cannot", unit.id, unit.callsign.shown, unit.force.rawValue,
      roster.id(candidate.beat), roster.id(candidate.shift), from, counted(candidate).shown,
    ]
  }

  /// What makes up the cost, what is left empty elsewhere, and what speaks against it.
  private func counted(_ candidate: Candidate) -> String {
    let parts = candidate.cost.parts.map { "\($0.name) \($0.cost)" }
    let gaps = candidate.gaps.filter { $0.more > 0 }.map { "leaves a gap at \(frame.cellID($0.square))" }
    let reasons = candidate.reasons.map { "\($0.rule.name): \($0.message)\($0.isWaived ? " (waived)" : "")" }
    // What accepts or lifts the rule about absence does not bring the unit there.
    let away = candidate.isAway ? ["absent then, so it would not count"] : []
    return (parts + gaps + reasons + away).joined(separator: ", ")
  }
}
