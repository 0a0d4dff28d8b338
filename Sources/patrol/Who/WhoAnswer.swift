import Coverage
import RosterModel
import Screen

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
