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
      told with what it would leave there. Free units come first, in the order of [call_out] in roster.toml. Hours are those \
      of the week and of the period, with the most allowed; who said no when it was called for that duty day comes last and \
      does not count as free. Exit code 1 where nobody can.

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
    var grid = CoverageGrid(roster)
    grid.now = try DutyClock.now(options.clock.now, settings: roster.settings).instant
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

/// A unit that could take a cell, with what whoever phones it wants to know.
struct PhonedCandidate {
  var candidate: Candidate
  var callOut: CallOut

  /// Whether it may be asked.
  var isOffered: Bool { candidate.isLegal && !callOut.hasRefused }
}

/// What `patrol who` answers.
struct WhoAnswer {
  let question: CellQuestion
  /// Best first.
  let candidates: [PhonedCandidate]
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
    let listed = includingIllegal ? list.candidates : list.candidates.filter(\.isLegal)
    candidates = zip(listed, grid.callOuts(of: listed, on: question.day)).map(PhonedCandidate.init)
      .sorted(by: grid.frame.roster.settings.callOrder)
    frame = grid.frame
    let roster = grid.frame.roster
    let district = roster.district(of: question.place)
    isPublished = roster.publications.contains { $0.day == question.day && $0.district == district }
  }

  /// Whether anybody can.
  var isSomebodyLegal: Bool { candidates.contains(where: \.isOffered) }

  /// How many could and have said no for that duty day.
  var refused: Int { candidates.count { $0.candidate.isLegal && $0.candidate.isAskedFor && $0.callOut.hasRefused } }

  /// How many are free, and how many more could by leaving another post, of those who have not said no.
  var fillers: Fillers {
    let offered = candidates.filter { $0.isOffered && $0.candidate.isAskedFor }
    let free = offered.count { $0.candidate.leaves == nil }
    return Fillers(free: free, byLeaving: offered.count - free)
  }

  /// One line with the figures.
  var summary: String {
    let published = isPublished ? "; the day is published there, so tell the unit and publish it again" : ""
    let why = isSomebodyLegal ? "" : "; `patrol why` says why, and what else could be done"
    let no = refused == 0 ? "" : ", \(refused) said no"
    return "\(frame.cellID(question).shown): \(fillers.words)\(no), \(list.illegal) cannot\(published)\(why)"
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
    let header = [
      "cost", "unit", "callsign", "force", "beat", "shift", "from", "week", "period", "home", "last call", "counted",
    ]
    return TextTable.text(header, candidates.map(row), numberColumns: 1)
  }

  private func row(_ phoned: PhonedCandidate) -> [String] {
    let (candidate, callOut) = (phoned.candidate, phoned.callOut)
    let roster = frame.roster
    let unit = roster.units[candidate.unit.index]
    let from = candidate.leaves.map { "\(roster.id($0.beat)) \(roster.id($0.shift))" } ?? "free"
    return [
      candidate.isLegal ? "\(candidate.cost.total)" : "cannot", unit.id, unit.callsign.shown, unit.force.rawValue,
      roster.id(candidate.beat), roster.id(candidate.shift), from,
      Self.hours(callOut.weekMinutes, of: callOut.weekLimit),
      Self.hours(callOut.periodMinutes, of: callOut.periodLimit), Self.homes[min(candidate.distance, 2)],
      lastCall(callOut).shown, counted(candidate).shown,
    ]
  }

  /// Hours that are worked, of those allowed: `32/40 h`.
  private static func hours(_ minutes: Int, of limit: Int?) -> String {
    "\(minutes / 60)" + (limit.map { "/\($0 / 60)" } ?? "") + " h"
  }

  /// Where the beat is, as seen from a unit's home.
  private static let homes = ["same department", "same district", "elsewhere"]

  private func lastCall(_ callOut: CallOut) -> String {
    guard let call = callOut.lastCall else { return "never" }
    return "\(call.at) \(call.answer.words)" + (call.by.isEmpty ? "" : " (\(call.by))")
      + (callOut.hasRefused ? ", not again that day" : "")
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

extension [PhonedCandidate] {
  /// Those who are free first, then those who would leave a post, then who said no, then who cannot; free ones by the criteria.
  fileprivate func sorted(by criteria: [CallCriterion]) -> [PhonedCandidate] {
    func key(_ phoned: PhonedCandidate) -> [Int] {
      let candidate = phoned.candidate
      return [
        candidate.isLegal ? 0 : 1, candidate.isAskedFor ? 0 : 1, phoned.callOut.hasRefused ? 1 : 0,
        candidate.leaves == nil ? 0 : 1,
      ]
    }
    // What speaks against those who cannot has ordered them already.
    return enumerated().sorted { left, right in
      let (a, b) = (key(left.element), key(right.element))
      if a != b { return a.lexicographicallyPrecedes(b) }
      if left.element.candidate.isLegal {
        for criterion in criteria {
          if criterion.precedes(left.element, right.element) { return true }
          if criterion.precedes(right.element, left.element) { return false }
        }
      }
      return left.offset < right.offset
    }.map(\.element)
  }
}

extension CallCriterion {
  fileprivate func precedes(_ left: PhonedCandidate, _ right: PhonedCandidate) -> Bool {
    switch self {
    case .cost: left.candidate.cost.total < right.candidate.cost.total
    case .week: left.callOut.weekMinutes < right.callOut.weekMinutes
    case .period: left.callOut.periodMinutes < right.callOut.periodMinutes
    case .lastCall: (left.callOut.lastCall?.at ?? "") < (right.callOut.lastCall?.at ?? "")
    case .distance: left.candidate.distance < right.candidate.distance
    }
  }
}
